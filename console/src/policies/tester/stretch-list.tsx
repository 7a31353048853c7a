import { type Zone, zoneOf } from '../../../../core/calendar/zone.ts';
import { dateOf, lengthOf, momentOf, timeOf } from '../../../../core/sla/time-words.ts';
import type { ForeseenClock } from './foresee.ts';
import classes from './tester.module.css';

const whyWords = { open: 'counted', closed: 'closed', holiday: 'holiday', paused: 'paused' } as const;

/** Each stretch, counted or not and why, so that the sum can be checked by hand. */
export function StretchList({ clock }: { readonly clock: ForeseenClock }) {
  const { stretches, hidden, totalMs } = clock.stretches;
  const zone = zoneOf(clock.timezone);
  const half = Math.ceil(stretches.length / 2);
  const rows = stretches.map(({ from, to, why, name }) => (
    <tr key={from} data-counted={why === 'open' || undefined}>
      <td className="numbers">
        {momentOf(from, zone)} – {endOf(from, to, zone)}
      </td>
      <td>
        {whyWords[why]}
        {name !== undefined && ` ${name}`}
      </td>
      <td className="numbers">{lengthOf(to - from)}</td>
    </tr>
  ));
  const missing = (
    <tr key="hidden">
      <td colSpan={3}>… {hidden} more stretches …</td>
    </tr>
  );
  return (
    <table className={classes.stretches}>
      <caption className="sr-only">Stretches, in {clock.timezone}</caption>
      <thead>
        <tr>
          <th scope="col">From – to ({clock.timezone})</th>
          <th scope="col">Why</th>
          <th scope="col">Length</th>
        </tr>
      </thead>
      <tbody>{hidden > 0 ? [...rows.slice(0, half), missing, ...rows.slice(half)] : rows}</tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            Counted together
          </th>
          <td className="numbers">{lengthOf(totalMs.open)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The day is told only where it is another. */
function endOf(from: number, to: number, zone: Zone): string {
  const [start, end] = [zone.wallAt(from), zone.wallAt(to)];
  return dateOf(start) === dateOf(end) ? timeOf(end) : momentOf(to, zone);
}
