import { Button } from '@mantine/core';
import { type ClockState, isOpenClock } from '../../../core/sla/clock-state.ts';
import { useNameOf } from '../api/session.ts';
import { Timestamp } from '../time/timestamp.tsx';
import { clockWords, nameOfClock, sumWords } from './clock-words.ts';
import { CountdownBadge } from './countdown-badge.tsx';
import { DueTime } from './due-time.tsx';
import { isOnlyMeasured } from './only-measured.ts';
import classes from './panel.module.css';

interface Props {
  readonly clock: ClockState;
  /** Whose promise it is, where it is not the desk's. */
  readonly department: string | null;
  readonly onWhy: () => void;
  readonly onSetDue: () => void;
}

export function ClockRow({ clock, department, onWhy, onSetDue }: Props) {
  const name = nameOfClock(clock);
  return (
    <li className={classes.clock}>
      <div className={classes.clockHead}>
        <span className={classes.clockName} title={clockWords[clock.clock].hint}>
          {name}
          {department !== null && <span className="dim"> {department}</span>}
        </span>
        {!isOnlyMeasured(clock) && <CountdownBadge clock={clock} />}
      </div>
      <Facts clock={clock} />
      <div className={classes.clockActs}>
        <Button variant="subtle" size="compact-xs" onClick={onWhy} aria-label={`Why: ${name}`}>
          Why
        </Button>
        {isOpenClock(clock) && (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={onSetDue}
            aria-label={`Set when ${name} is due`}
          >
            Set due date…
          </Button>
        )}
      </div>
    </li>
  );
}

function Facts({ clock }: { readonly clock: ClockState }) {
  const nameOf = useNameOf();
  const { dueAt, breachedAt, pausedSince, pauses, endedAt, endedWhy, override, promise, state } = clock;
  const over = pauses.filter(({ to }) => to !== null);
  return (
    <ul className={classes.clockFacts}>
      {promise.targetMinutes !== null && <li>Target {sumWords(promise.targetMinutes * 60_000)}</li>}
      {state === 'running' && dueAt !== null && dueAt !== breachedAt && (
        <li>
          {breachedAt === null ? 'Due' : 'Was due'} <DueTime at={dueAt} />
        </li>
      )}
      {breachedAt !== null && (
        <li className={classes.breach}>
          Due and not kept <DueTime at={breachedAt} />
        </li>
      )}
      {pausedSince !== null && (
        <li>
          Paused since <Timestamp at={pausedSince} />: {pauses.at(-1)?.why}
        </li>
      )}
      {over.length > 0 && (
        <li>
          {over.length === 1 ? 'One pause' : `${over.length} pauses`},{' '}
          {sumWords(over.reduce((sum, { from, to }) => sum + Date.parse(to ?? from) - Date.parse(from), 0))}
        </li>
      )}
      {override !== null && (
        <li>
          Date set by {nameOf(override.setBy)}: {override.reason}
        </li>
      )}
      {endedAt !== null && (
        <li>
          Ended <Timestamp at={endedAt} />: {endedWhy}
        </li>
      )}
    </ul>
  );
}
