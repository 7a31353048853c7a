import { relativeWords } from '../time/duration-words.ts';
import { wholeTime } from '../time/local-time.ts';
import { useNow } from '../time/use-now.ts';

/** When people are notified again. In the past it is due, not late by our reckoning. */
export function NextAttempt({ at }: { readonly at: string }) {
  const now = useNow(1000);
  const due = Date.parse(at) <= now;
  return (
    <time dateTime={at} title={wholeTime(at)} className="numbers">
      {due ? 'next attempt now' : `next attempt ${relativeWords(Date.parse(at), now)}`}
    </time>
  );
}
