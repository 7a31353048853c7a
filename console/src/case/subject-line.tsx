import type { Message } from '../../../core/case/message.ts';
import { MarkedText } from './marked-text.tsx';
import classes from './message.module.css';

/** The subject of a mail, with what the rules saw in it. */
export function SubjectLine({ message: { subject, verdict } }: { readonly message: Message }) {
  const signals = verdict?.signals.filter(({ field }) => field === 'subject') ?? [];
  return (
    <p className={classes.subject}>
      <span className="dim">Subject: </span>
      <MarkedText text={subject} signals={signals} />
    </p>
  );
}
