import { zoneOf } from '../../../../core/calendar/zone.ts';
import type { ClockName } from '../../../../core/sla/clock-name.ts';
import { lengthOf, momentOf } from '../../../../core/sla/time-words.ts';
import { spoken } from '../../case/vocabulary-words.ts';
import { durationText } from '../duration-text.ts';
import type { ComparedClock } from './compare-foreseen.ts';
import type { ForeseenClock } from './foresee.ts';
import { StretchList } from './stretch-list.tsx';
import classes from './tester.module.css';

/** When each clock begins: the tester lets all begin at the time that is asked for. */
const begins: Readonly<Record<ClockName, string>> = {
  'emergency-ack': 'from the moment the emergency is seen',
  'first-reply': 'from the first message',
  'next-reply': 'if a further message came then',
  'keep-informed': 'if we had answered then',
  department: 'if a question was sent then',
  'agent-work': 'if it is worked on all the time',
  'first-resolution': 'from its creation',
  'total-resolution': 'from its creation',
};

interface Props {
  readonly compared: ComparedClock;
  /** The draft is shown beside what is in force. */
  readonly isDraft: boolean;
  readonly timezone: string;
}

export function ForeseenRow({ compared, isDraft, timezone }: Props) {
  const { inForce, draft } = compared;
  const shown = draft ?? inForce;
  if (shown === null) return null;
  return (
    <li className={classes.clock}>
      <h3 className={classes.clockName}>
        {shown.department === null ? spoken(shown.clock) : `${spoken(shown.clock)}: ${shown.department}`}
        <span className="dim"> {begins[shown.clock]}</span>
      </h3>
      {isDraft && <DueLine label="In force" clock={inForce} timezone={timezone} />}
      <DueLine
        label={isDraft ? 'Draft' : 'Due'}
        clock={isDraft ? draft : inForce}
        timezone={timezone}
        difference={isDraft && inForce && draft ? differenceWords(draft.due - inForce.due) : null}
      />
      {shown && (
        <details className={classes.why}>
          <summary>How it is counted</summary>
          {isDraft && inForce && draft && inForce.due !== draft.due && (
            <>
              <h4>In force</h4>
              <StretchList clock={inForce} />
              <h4>Draft</h4>
            </>
          )}
          <StretchList clock={shown} />
        </details>
      )}
    </li>
  );
}

interface DueProps {
  readonly label: string;
  readonly clock: ForeseenClock | null;
  readonly timezone: string;
  readonly difference?: string | null;
}

function DueLine({ label, clock, timezone, difference }: DueProps) {
  if (clock === null)
    return (
      <p className={classes.due}>
        <span className="dim">{label}</span> no target
      </p>
    );
  const { promise, due } = clock;
  const target = promise.targetMinutes === null ? '' : durationText(promise.targetMinutes);
  const hours = promise.calendar === null ? 'around the clock' : `in the hours of ${promise.calendar}`;
  // An around-the-clock promise has no zone of its own: it is told in the one that was asked in.
  const zone = zoneOf(promise.calendar === null ? timezone : clock.timezone);
  return (
    <p className={classes.due}>
      <span className="dim">{label}</span>{' '}
      <strong className="numbers">
        <time dateTime={new Date(due).toISOString()}>{momentOf(due, zone)}</time>
      </strong>{' '}
      <span className="dim">
        {zone.id}; <span className={classes.target}>{target}</span> {hours}
        {zone.id !== timezone && `; there ${momentOf(due, zoneOf(timezone))} ${timezone}`}
      </span>
      {difference && <span className={classes.difference}> {difference}</span>}
    </p>
  );
}

function differenceWords(ms: number): string {
  if (ms === 0) return 'as now';
  return `${lengthOf(Math.abs(ms))} ${ms > 0 ? 'later' : 'earlier'}`;
}
