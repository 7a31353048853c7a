import { Checkbox } from '@mantine/core';
import type { Hours } from '../../../../core/calendar/hours.ts';
import type { Weekday } from '../../../../core/calendar/weekday.ts';
import { useEditor, useProblemsAt } from '../editor-context.tsx';
import { ProblemLines } from '../fields/problem-lines.tsx';
import classes from '../policies.module.css';
import { DayBar } from './day-bar.tsx';
import { dayNames, week } from './day-names.ts';
import { Openings } from './openings.tsx';

interface Props {
  readonly title: string;
  readonly field: string;
  /** Undefined: around the clock. */
  readonly hours: Hours | undefined;
  readonly onChange: (next: Hours | undefined) => void;
}

const workdays: readonly Weekday[] = ['tue', 'wed', 'thu', 'fri'];

/** A week of openings, a row a day. */
export function HoursFields({ title, field, hours, onChange }: Props) {
  const { canEdit } = useEditor();
  const problems = useProblemsAt(field);
  const put = (day: Weekday, openings: [string, string][]) =>
    onChange({ ...hours, [day]: openings.length === 0 ? undefined : openings });
  return (
    <section className={classes.group} aria-label={title}>
      <h4 className={classes.groupTitle}>{title}</h4>
      {canEdit ? (
        <Checkbox
          label="Around the clock"
          checked={hours === undefined}
          onChange={(event) => onChange(event.currentTarget.checked ? undefined : {})}
        />
      ) : (
        hours === undefined && <p className={classes.groupHint}>Around the clock</p>
      )}
      <ProblemLines problems={problems} />
      {hours !== undefined && (
        <>
          {canEdit && (
            <p className={`dim ${classes.groupHint}`}>
              Times as HH:MM. An end at or before its start is on the next day: 20:00 to 06:00 runs over
              midnight.
            </p>
          )}
          <div className={classes.week}>
            {week.map((day, i) => (
              <div key={day} className={classes.day} role="group" aria-label={dayNames[day]}>
                <span className={classes.dayName}>{dayNames[day]}</span>
                <DayBar today={hours[day] ?? []} before={hours[week[(i + 6) % 7] ?? 'sun'] ?? []} />
                <Openings
                  what={dayNames[day]}
                  field={`${field}.${day}`}
                  value={hours[day] ?? []}
                  onChange={(openings) => put(day, openings)}
                />
              </div>
            ))}
          </div>
          {canEdit && (hours.mon?.length ?? 0) > 0 && (
            <button
              type="button"
              className={classes.textButton}
              onClick={() =>
                onChange({ ...hours, ...Object.fromEntries(workdays.map((day) => [day, hours.mon])) })
              }
            >
              Tuesday to Friday as Monday
            </button>
          )}
        </>
      )}
    </section>
  );
}
