import { relativeWords } from './duration-words.ts';
import { shortTime, wholeTime } from './local-time.ts';
import { useNow } from './use-now.ts';

/** Absolute and relative; the whole date with its zone on hover. */
export function Timestamp({ at }: { readonly at: string }) {
  const atMs = Date.parse(at);
  // The clock ticks every few seconds: what happened since the last tick is not in the future.
  const now = Math.max(useNow(5000), atMs);
  return (
    <time dateTime={at} title={wholeTime(at)} className="numbers">
      {shortTime(at, now)} · {relativeWords(atMs, now)}
    </time>
  );
}
