import type { Attempt } from '../../../core/page/attempt.ts';
import type { Page } from '../../../core/page/page.ts';
import { useNameOf } from '../api/session.ts';
import { offsetWords } from '../time/duration-words.ts';
import { exactTime, wholeTime } from '../time/local-time.ts';
import classes from './page-panel.module.css';

interface Props {
  readonly page: Page;
  readonly attempts: readonly Attempt[];
}

export function AttemptTable({ page, attempts }: Props) {
  const nameOf = useNameOf();
  if (attempts.length === 0) return null;
  const ordered = attempts.toSorted((a, b) => a.dispatchedAt.localeCompare(b.dispatchedAt));
  return (
    // The table scrolls sideways on a phone; the keyboard must reach it there too.
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={`Attempts of ${page.id}`}>
      <table className={classes.table}>
        <caption className="sr-only">
          Each notification; small figures are the time since the page was opened.
        </caption>
        <thead>
          <tr>
            <th scope="col">Round</th>
            <th scope="col">Who, why</th>
            <th scope="col">Channel</th>
            <th scope="col">Dispatched</th>
            <th scope="col">Accepted</th>
            <th scope="col">Delivered</th>
            <th scope="col">Seen</th>
            <th scope="col">Acknowledged</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((attempt) => (
            <tr key={attempt.key} data-failed={attempt.failedAt !== null || undefined}>
              <td>{attempt.number + 1}</td>
              <th scope="row">
                {nameOf(attempt.userId)}
                <span className="dim">{attempt.why}</span>
              </th>
              <td>
                {attempt.channel}
                {attempt.failedAt && (
                  <span className={classes.error}>
                    failed {exactTime(attempt.failedAt)}: {attempt.error ?? 'no reason was given'}
                  </span>
                )}
              </td>
              <StampCell at={attempt.dispatchedAt} since={page.openedAt} />
              <StampCell at={attempt.acceptedAt} since={page.openedAt} />
              <StampCell at={attempt.deliveredAt} since={page.openedAt} />
              <StampCell at={attempt.seenAt} since={page.openedAt} />
              <StampCell at={attempt.ackedAt} since={page.openedAt} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StampCell({ at, since }: { readonly at: string | null; readonly since: string }) {
  if (at === null) {
    return (
      <td className="dim">
        <span aria-hidden>–</span>
        <span className="sr-only">not yet</span>
      </td>
    );
  }
  return (
    <td className="numbers" title={wholeTime(at)}>
      <time dateTime={at}>{exactTime(at)}</time>
      <span className="dim">{offsetWords(Date.parse(at) - Date.parse(since))}</span>
    </td>
  );
}
