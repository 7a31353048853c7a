import type { ReactNode } from 'react';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import type { Countable } from '../../../core/sla/next-promise.ts';
import type { PolicySet } from '../../../core/sla/policy-set.ts';
import { explain } from '../api/problem.ts';
import { useNameOf } from '../api/session.ts';
import classes from './badge.module.css';
import { nameOfClock, sumWords } from './clock-words.ts';
import { promiseFacts } from './promise-facts.ts';
import type { CountedDown } from './use-countdown.ts';
import { localZone, zoneTime } from './zone-time.ts';

interface Props {
  readonly clock: Countable | ClockState;
  readonly countdown: CountedDown | null;
  readonly policies: PolicySet | null;
  readonly error: unknown;
}

/** What a countdown follows from, short enough for a tooltip. */
export function PromiseCard({ clock, countdown, policies, error }: Props) {
  const name = nameOfClock(clock);
  if (countdown === null) {
    return (
      <>
        <strong>{name}</strong>
        <p className={classes.words}>
          {error ? `Its hours cannot be read: ${explain(error)}` : 'Its hours are being read…'}
        </p>
      </>
    );
  }
  return <KnownPromise clock={clock} countdown={countdown} policies={policies} />;
}

function KnownPromise({
  clock,
  countdown,
  policies,
}: Omit<Props, 'countdown' | 'error'> & { readonly countdown: CountedDown }) {
  const nameOf = useNameOf();
  const { promise, override, state, breachedAt } = clock;
  const { businessMs, wallMs, dueAt, now } = countdown;
  const { policyName, countedMs, calendar, opensAt } = promiseFacts(clock, countdown, policies);
  const hours = calendar === null ? 'around the clock' : `in the hours of ${calendar.id}`;
  const here = (at: string | number) => {
    const ms = typeof at === 'string' ? Date.parse(at) : at;
    const local = `${zoneTime(ms, localZone, now)} (${localZone})`;
    return calendar === null || calendar.zone === '' || calendar.zone === localZone ? (
      local
    ) : (
      <>
        {local}
        <br />
        {zoneTime(ms, calendar.zone, now)} ({calendar.zone})
      </>
    );
  };
  return (
    <>
      <strong>{nameOfClock(clock)}</strong>
      <dl className={classes.facts}>
        <Fact name="Promised">
          {promise.targetMinutes === null
            ? 'no time'
            : `${sumWords(promise.targetMinutes * 60_000)} ${hours}`}
          , {promise.priority} priority
        </Fact>
        <Fact name="By">
          {policyName === null ? 'no policy' : policyName}, version{' '}
          <span className="mono">{promise.policyVersion.slice(0, 8)}</span>
        </Fact>
        {countedMs !== null && <Fact name="Counted">{sumWords(countedMs)} so far</Fact>}
        {state === 'running' && businessMs !== null && wallMs !== null && (
          <Fact name={businessMs < 0 || wallMs < 0 ? 'Late' : 'Left'}>
            {sumWords(businessMs)} {calendar === null ? '' : 'of open time, '}
            {calendar !== null && `${sumWords(wallMs)} on the wall clock`}
          </Fact>
        )}
        {state === 'paused' && businessMs !== null && <Fact name="Left">{sumWords(businessMs)}, paused</Fact>}
        {state === 'paused' && 'pausedSince' in clock && clock.pausedSince !== null && (
          <Fact name="Paused">since {here(clock.pausedSince)}</Fact>
        )}
        {dueAt !== null && (
          <Fact name={countdown.label.startsWith('late') ? 'Was due' : 'Due'}>{here(dueAt)}</Fact>
        )}
        {breachedAt !== null && breachedAt !== dueAt && <Fact name="Broken">{here(breachedAt)}</Fact>}
        {override !== null && (
          <Fact name="Set by">
            {nameOf(override.setBy)}: {override.reason}
          </Fact>
        )}
        {opensAt !== null && <Fact name="Closed now">opens {here(opensAt)}</Fact>}
        {'endedAt' in clock && clock.endedAt !== null && (
          <Fact name="Ended">
            {here(clock.endedAt)}: {clock.endedWhy}
          </Fact>
        )}
      </dl>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="numbers">{children}</dd>
    </div>
  );
}
