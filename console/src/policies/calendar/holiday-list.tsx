import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Holiday } from '../../../../core/calendar/holiday.ts';
import { useEditor, useProblemsUnder } from '../editor-context.tsx';
import classes from '../policies.module.css';
import { HolidayRow } from './holiday-row.tsx';
import { firstDayOf } from './holiday-words.ts';
import { IcsImport } from './ics-import.tsx';

interface Props {
  readonly field: string;
  readonly holidays: readonly Holiday[];
  readonly onChange: (next: readonly Holiday[]) => void;
}

interface Numbered {
  readonly holiday: Holiday;
  readonly index: number;
}

export function HolidayList({ field, holidays, onChange }: Props) {
  const { canEdit } = useEditor();
  const [importing, setImporting] = useState(false);
  const [shown, setShown] = useState<ReadonlySet<string>>(() => new Set([thisYear()]));
  const show = (year: string, isShown: boolean) => {
    const next = new Set(shown);
    if (isShown) next.add(year);
    else next.delete(year);
    setShown(next);
  };
  return (
    <section className={classes.group} aria-label="Holidays">
      <h4 className={classes.groupTitle}>Holidays</h4>
      {holidays.length === 0 && (
        <p className={`dim ${classes.groupHint}`}>None: every week is like the others.</p>
      )}
      {[...byYear(holidays)].map(([year, entries]) => (
        <YearOfHolidays
          key={year}
          year={year}
          entries={entries}
          field={field}
          isShown={shown.has(year)}
          onShow={(isShown) => show(year, isShown)}
          onChange={(index, next) =>
            onChange(next === null ? holidays.toSpliced(index, 1) : holidays.with(index, next))
          }
        />
      ))}
      {canEdit && (
        <div className={classes.acts}>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              show('', true);
              onChange([...holidays, { date: '' }]);
            }}
          >
            Add a holiday
          </Button>
          <Button
            variant="default"
            size="xs"
            aria-expanded={importing}
            onClick={() => setImporting(!importing)}
          >
            Import an .ics file
          </Button>
        </div>
      )}
      {importing && (
        <IcsImport
          holidays={holidays}
          onAdd={(found) => {
            onChange([...holidays, ...found]);
            setImporting(false);
          }}
          onCancel={() => setImporting(false)}
        />
      )}
    </section>
  );
}

interface YearProps {
  readonly year: string;
  readonly entries: readonly Numbered[];
  readonly field: string;
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
  /** Null removes it. */
  readonly onChange: (index: number, next: Holiday | null) => void;
}

/** A file of holidays can bring thousands; only the years that are looked at are on the page. */
function YearOfHolidays({ year, entries, field, isShown, onShow, onChange }: YearProps) {
  const problems = useProblemsUnder(field);
  const count = entries.filter(({ index }) =>
    problems.some((problem) => problem.field?.startsWith(`${field}[${index}]`)),
  ).length;
  return (
    <details className={classes.year} open={isShown} onToggle={(event) => onShow(event.currentTarget.open)}>
      <summary>
        {year === '' ? 'Without a date' : year}{' '}
        <span className="dim">
          {entries.length} {entries.length === 1 ? 'holiday' : 'holidays'}
        </span>
        {count > 0 && (
          <span className={classes.problemCount} data-severity="error">
            {count} {count === 1 ? 'error' : 'errors'}
          </span>
        )}
      </summary>
      {isShown && (
        <ul className={classes.holidays}>
          {entries.map(({ holiday, index }) => (
            <HolidayRow
              key={index}
              holiday={holiday}
              field={`${field}[${index}]`}
              onChange={(next) => onChange(index, next)}
              onRemove={() => onChange(index, null)}
            />
          ))}
        </ul>
      )}
    </details>
  );
}

function byYear(holidays: readonly Holiday[]): Map<string, Numbered[]> {
  const years = new Map<string, Numbered[]>();
  holidays.forEach((holiday, index) => {
    const year = firstDayOf(holiday).slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), { holiday, index }]);
  });
  for (const entries of years.values())
    entries.sort((a, b) => (firstDayOf(a.holiday) < firstDayOf(b.holiday) ? -1 : 1));
  return new Map([...years].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function thisYear(): string {
  return String(new Date().getFullYear());
}
