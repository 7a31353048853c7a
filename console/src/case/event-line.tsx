import type { CaseEvent } from '../../../core/case/case-event.ts';
import { useNameOf } from '../api/session.ts';
import { Timestamp } from '../time/timestamp.tsx';
import classes from './case.module.css';
import { actorWords, eventWords } from './event-words.ts';

export function EventLine({ event }: { readonly event: CaseEvent }) {
  const nameOf = useNameOf();
  return (
    <p className={classes.event} data-page={event.type.startsWith('page.') || undefined}>
      <span>
        <strong>{actorWords(event.actor, nameOf)}</strong> {eventWords(event, nameOf)}
      </span>
      <Timestamp at={event.at} />
    </p>
  );
}
