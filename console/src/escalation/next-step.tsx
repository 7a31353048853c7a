import { deskNow } from '../time/desk-clock.ts';
import { durationWords } from '../time/duration-words.ts';
import { clockTime } from '../time/local-time.ts';
import { useNow } from '../time/use-now.ts';

/** When an escalation tells the next people, by the desk's clock. */
export function NextStep({ at }: { readonly at: string }) {
  useNow(1000);
  const leftMs = Date.parse(at) - deskNow();
  return (
    <span className="numbers">
      {leftMs <= 0 ? 'any moment' : `in ${durationWords(leftMs)}`} ({clockTime(at)})
    </span>
  );
}
