import { TextInput } from '@mantine/core';
import type { Holiday } from '../../../../core/calendar/holiday.ts';
import { useEditor, useProblemsAt } from '../editor-context.tsx';
import { ProblemLines } from '../fields/problem-lines.tsx';
import classes from '../policies.module.css';
import { RemoveButton } from '../remove-button.tsx';
import { asKind, firstDayOf, type HolidayKind, holidayName, holidayWords, kindOf } from './holiday-words.ts';
import { Openings } from './openings.tsx';

interface Props {
  readonly holiday: Holiday;
  readonly field: string;
  readonly onChange: (next: Holiday) => void;
  readonly onRemove: () => void;
}

export function HolidayRow({ holiday, field, onChange, onRemove }: Props) {
  const { canEdit } = useEditor();
  const problems = useProblemsAt(field);
  const name = holidayName(holiday);
  if (!canEdit)
    return (
      <li className={classes.holiday}>
        <span className="numbers">{holidayWords(holiday)}</span> {name}
      </li>
    );
  const label = name || firstDayOf(holiday) || 'new holiday';
  const put = (fields: Partial<Record<'date' | 'name' | 'from' | 'to', string>>) => {
    const written = typeof holiday === 'string' ? { date: holiday } : holiday;
    const next = { ...written, ...fields };
    onChange({ ...next, name: next.name || undefined } as Holiday);
  };
  return (
    <li className={classes.holiday}>
      <select
        className={classes.kind}
        aria-label={`${label}: kind`}
        value={kindOf(holiday)}
        onChange={(event) => onChange(asKind(holiday, event.currentTarget.value as HolidayKind))}
      >
        <option value="day">closed all day</option>
        <option value="hours">other hours</option>
        <option value="range">closed from … to …</option>
      </select>
      {typeof holiday === 'object' && 'from' in holiday ? (
        <>
          <TextInput
            size="xs"
            aria-label={`${label}: from`}
            placeholder="2026-12-24 or 2026-12-24T12:00"
            value={holiday.from}
            onChange={(event) => put({ from: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            aria-label={`${label}: to`}
            placeholder="2026-12-31 or 2027-01-01T09:00"
            value={holiday.to}
            onChange={(event) => put({ to: event.currentTarget.value })}
          />
        </>
      ) : (
        <TextInput
          size="xs"
          type="date"
          aria-label={`${label}: date`}
          value={firstDayOf(holiday)}
          onChange={(event) => put({ date: event.currentTarget.value })}
        />
      )}
      <TextInput
        size="xs"
        aria-label={`${label}: name`}
        placeholder="Name"
        value={name}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <RemoveButton what={label} onRemove={onRemove} />
      {typeof holiday === 'object' && 'date' in holiday && holiday.hours !== undefined && (
        <div className={classes.holidayHours}>
          <Openings
            what={label}
            field={`${field}.hours`}
            value={holiday.hours}
            onChange={(hours) => onChange({ ...holiday, hours })}
          />
        </div>
      )}
      <ProblemLines problems={problems} />
    </li>
  );
}
