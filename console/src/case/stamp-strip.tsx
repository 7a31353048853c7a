import type { Attempt } from '../../../core/page/attempt.ts';
import type { Page } from '../../../core/page/page.ts';
import { offsetWords } from '../time/duration-words.ts';
import { exactTime, wholeTime } from '../time/local-time.ts';
import classes from './page-panel.module.css';
import { pageStamps } from './page-stamps.ts';

/** From the accepted mail to the first human reply, with what each step took since the mail came in. */
export function StampStrip({
  page,
  attempts,
}: {
  readonly page: Page;
  readonly attempts: readonly Attempt[];
}) {
  return (
    <dl className={classes.stamps}>
      {pageStamps(page, attempts).map(({ label, hint, at, afterMs }) => (
        <div
          key={label}
          title={at ? `${hint}: ${wholeTime(at)}` : hint}
          data-missing={at === null || undefined}
        >
          <dt>{label}</dt>
          <dd className="numbers">
            {at === null ? (
              'not yet'
            ) : (
              <>
                <time dateTime={at}>{exactTime(at)}</time>
                {afterMs !== null && afterMs !== 0 && <span className="dim">{offsetWords(afterMs)}</span>}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
