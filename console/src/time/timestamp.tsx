import { relativeWords } from './duration-words.ts';
import { shortTime, wholeTime } from './local-time.ts';
import { useNow } from './use-now.ts';

/** Absolute and relative; the whole date with its zone on hover. */
export function Timestamp({ at }: { readonly at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={wholeTime(at)} className="numbers">
      {shortTime(at, now)} · {relativeWords(Date.parse(at), now)}
    </time>
  );
}
