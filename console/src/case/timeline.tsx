import { useMemo } from 'react';
import type { CaseEvent } from '../../../core/case/case-event.ts';
import type { Message } from '../../../core/case/message.ts';
import { consultsOf } from '../../../core/consult/consult.ts';
import type { SlaRecord } from '../../../core/sla/sla-record.ts';
import { ConsultCard } from '../consult/consult-card.tsx';
import { slaRecordWords } from '../sla/sla-record-words.ts';
import classes from './case.module.css';
import { EventLine } from './event-line.tsx';
import { MessageCard } from './message-card.tsx';
import { PromiseLine } from './promise-line.tsx';
import { timelineEntries } from './timeline-entries.ts';

interface Props {
  readonly caseId: string;
  readonly caseSubject: string;
  readonly messages: readonly Message[];
  readonly events: readonly CaseEvent[];
  readonly slaLog: readonly SlaRecord[];
}

export function Timeline({ caseId, caseSubject, messages, events, slaLog }: Props) {
  const entries = useMemo(
    () => timelineEntries(messages, events, slaLog.filter(isNews)),
    [messages, events, slaLog],
  );
  const consults = useMemo(
    () => new Map(consultsOf(events).map((consult) => [consult.id, consult])),
    [events],
  );
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title" className="sr-only">
        Timeline
      </h2>
      <ol className={classes.timeline}>
        {entries.map((entry) => (
          <li key={entry.key}>
            {entry.kind === 'event' && <EventLine event={entry.event} />}
            {entry.kind === 'promise' && <PromiseLine record={entry.record} />}
            {entry.kind === 'message' && entry.message.consultId !== undefined && (
              <ConsultCard
                caseId={caseId}
                message={entry.message}
                consult={consults.get(entry.message.consultId) ?? null}
              />
            )}
            {entry.kind === 'message' && entry.message.consultId === undefined && (
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

function isNews(record: SlaRecord): boolean {
  return slaRecordWords(record, (userId) => userId) !== null;
}
