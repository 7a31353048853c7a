import type { StretchWhy } from '../../../core/calendar/stretches.ts';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import { lengthOf } from '../../../core/sla/time-words.ts';
import type { Explanation } from '../api/sla.ts';
import classes from './panel.module.css';
import { localZone, zoneTime } from './zone-time.ts';

interface Props {
  readonly clock: ClockState;
  readonly explanation: Explanation;
  readonly policyWhy: string;
  /** When it was explained. */
  readonly at: string;
}

const whyWords: Readonly<Record<StretchWhy, string>> = {
  open: 'open',
  closed: 'closed hours',
  holiday: 'holiday',
  paused: 'paused',
};

/** Each stretch with whether it counts and why, and the sums, so that the due time can be added up on paper. */
export function ExplainedClock({ clock, explanation, policyWhy, at }: Props) {
  const { sentence, timezone, counts, stretches, hidden, totalMs, left } = explanation;
  const now = Date.parse(at);
  const half = Math.ceil(stretches.length / 2);
  // Around the clock every zone gives the same sum, so the reader's own is the plainest.
  const isAlways = clock.promise.calendar === null;
  const zone = isAlways ? localZone : timezone;
  const time = (instant: string, inZone = zone) => zoneTime(Date.parse(instant), inZone, now, true);
  return (
    <div className={classes.explained}>
      <p>{sentence}.</p>
      <p className="dim">{policyWhy}.</p>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Stretches of the clock">
        <table className={classes.table}>
          <caption>
            Times of {zone}
            {isAlways ? ', counted around the clock' : `, counted in the hours of ${counts}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">Counted</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {stretches.map((stretch, place) => (
              <StretchRows
                key={stretch.from}
                hiddenBefore={place === half ? hidden : 0}
                isCounted={stretch.counted}
                from={time(stretch.from)}
                to={time(stretch.to)}
                sum={lengthOf(stretch.ms)}
                why={`${whyWords[stretch.why]}${stretch.name === null ? '' : `: ${stretch.name}`}`}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                Counted in all
              </th>
              <td className="numbers" colSpan={2}>
                {lengthOf(totalMs.open)}
              </td>
            </tr>
            <tr>
              <th scope="row" colSpan={2}>
                Not counted
              </th>
              <td className="numbers" colSpan={2}>
                {uncountedWords(totalMs)}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      <dl className={classes.sums}>
        <dt>Target</dt>
        <dd>
          {clock.promise.targetMinutes === null ? 'none' : lengthOf(clock.promise.targetMinutes * 60_000)}
          {clock.graceMs > 0 && ` and ${lengthOf(clock.graceMs)} of grace`}
        </dd>
        {clock.state === 'running' && left.businessMs !== null && left.wallMs !== null && (
          <>
            <dt>{left.wallMs < 0 ? 'Late' : 'Left'}</dt>
            <dd>
              {isAlways ? '' : `${lengthOf(wholeSeconds(left.businessMs))} of open time, `}
              {lengthOf(wholeSeconds(left.wallMs))} on the wall clock, when this was worked out
            </dd>
          </>
        )}
        {clock.dueAt !== null && (
          <>
            <dt>Due</dt>
            <dd>
              {time(clock.dueAt)} ({zone})
              {zone !== localZone && `; ${time(clock.dueAt, localZone)} (${localZone})`}
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}

interface StretchProps {
  readonly hiddenBefore: number;
  readonly isCounted: boolean;
  readonly from: string;
  readonly to: string;
  readonly sum: string;
  readonly why: string;
}

function StretchRows({ hiddenBefore, isCounted, from, to, sum, why }: StretchProps) {
  return (
    <>
      {hiddenBefore > 0 && (
        <tr>
          <td colSpan={4} className="dim">
            {hiddenBefore} more stretches, which are in the sum
          </td>
        </tr>
      )}
      <tr data-counted={isCounted || undefined}>
        <td className="numbers">{from}</td>
        <td className="numbers">{to}</td>
        <td className="numbers">{isCounted ? sum : `no (${sum})`}</td>
        <td>{why}</td>
      </tr>
    </>
  );
}

function wholeSeconds(ms: number): number {
  return Math.floor(Math.abs(ms) / 1000) * 1000;
}

function uncountedWords(totalMs: Explanation['totalMs']): string {
  const rest = (['closed', 'holiday', 'paused'] as const)
    .filter((why) => totalMs[why] > 0)
    .map((why) => `${lengthOf(totalMs[why])} ${whyWords[why]}`);
  return rest.length === 0 ? 'nothing' : rest.join(', ');
}
