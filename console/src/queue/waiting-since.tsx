import type { Case } from '../../../core/case/case.ts';
import { durationWords } from '../time/duration-words.ts';
import { shortTime, wholeTime } from '../time/local-time.ts';
import { useNow } from '../time/use-now.ts';
import classes from './queue.module.css';

/** How long somebody has waited for us; where nobody does, how old the case is. */
export function WaitingSince({ subject }: { readonly subject: Case }) {
  const now = useNow();
  const { unansweredSince, createdAt } = subject;
  const at = unansweredSince ?? createdAt;
  return (
    <span
      className={classes.waiting}
      title={`${unansweredSince ? 'Unanswered since' : 'Created'} ${wholeTime(at)}`}
    >
      <time dateTime={at} className="numbers" data-waits={unansweredSince !== null || undefined}>
        {unansweredSince ? `waits ${durationWords(now - Date.parse(at))}` : 'answered'}
      </time>
      <span className="dim numbers">{shortTime(createdAt, now)}</span>
    </span>
  );
}
