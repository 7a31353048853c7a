import { useMemo } from 'react';
import type { CaseEvent } from '../../../core/case/case-event.ts';
import type { Message } from '../../../core/case/message.ts';
import classes from './case.module.css';
import { EventLine } from './event-line.tsx';
import { MessageCard } from './message-card.tsx';
import { timelineEntries } from './timeline-entries.ts';

interface Props {
  readonly caseId: string;
  readonly caseSubject: string;
  readonly messages: readonly Message[];
  readonly events: readonly CaseEvent[];
}

export function Timeline({ caseId, caseSubject, messages, events }: Props) {
  const entries = useMemo(() => timelineEntries(messages, events), [messages, events]);
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title" className="sr-only">
        Timeline
      </h2>
      <ol className={classes.timeline}>
        {entries.map((entry) => (
          <li key={entry.key}>
            {entry.kind === 'event' ? (
              <EventLine event={entry.event} />
            ) : (
              <MessageCard
                caseId={caseId}
                caseSubject={caseSubject}
                message={entry.message}
                why={entry.why}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
