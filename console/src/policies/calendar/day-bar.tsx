import { readClockTime } from '../../../../core/calendar/clock-time.ts';
import { type Opening, readOpenings } from '../../../../core/calendar/openings.ts';
import classes from '../policies.module.css';

type Pairs = readonly (readonly [string, string])[];

interface Props {
  readonly today: Pairs;
  /** Of the day before: what runs over midnight shows here. */
  readonly before: Pairs;
}

/** A day as a bar from midnight to midnight; it repeats in a picture what the fields say. */
export function DayBar({ today, before }: Props) {
  const spans = [
    ...openingsOf(before)
      .filter(({ end }) => end > 1440)
      .map(({ end }) => ({ start: 0, end: end - 1440 })),
    ...openingsOf(today),
  ];
  return (
    <span className={classes.dayBar} aria-hidden>
      {spans.map(({ start, end }) => (
        <span
          key={`${start}-${end}`}
          style={{
            left: `${(start / 1440) * 100}%`,
            width: `${((Math.min(end, 1440) - start) / 1440) * 100}%`,
          }}
        />
      ))}
    </span>
  );
}

function openingsOf(pairs: Pairs): Opening[] {
  const readable = pairs.filter((pair) => pair.every((time) => readClockTime(time) !== null));
  return readOpenings(readable.map(([from, to]) => [from, to]));
}
