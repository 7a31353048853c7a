import { ActionIcon } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { readClockTime } from '../../../../core/calendar/clock-time.ts';
import { useEditor, useProblemsUnder } from '../editor-context.tsx';
import { ProblemLines } from '../fields/problem-lines.tsx';
import classes from '../policies.module.css';

type Pair = [string, string];

interface Props {
  /** Whose hours: a weekday or a holiday. */
  readonly what: string;
  readonly field: string;
  readonly value: readonly Pair[];
  readonly onChange: (next: Pair[]) => void;
}

/** The openings of one day, each from and to. */
export function Openings({ what, field, value, onChange }: Props) {
  const { canEdit } = useEditor();
  const problems = useProblemsUnder(field);
  if (!canEdit)
    return (
      <span className="numbers">
        {value.length === 0 ? 'closed' : value.map(([from, to]) => `${from}–${to}`).join(', ')}
      </span>
    );
  const put = (index: number, pair: Pair) => onChange(value.with(index, pair) as Pair[]);
  return (
    <div className={classes.openings}>
      {value.length === 0 && <span className="dim">closed</span>}
      {value.map(([from, to], index) => (
        // Openings have no name; their place is all that tells them apart.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className={classes.opening}>
          <TimeInput
            label={`${what}, opening ${index + 1}, from`}
            field={`${field}[${index}][0]`}
            value={from}
            onChange={(text) => put(index, [text, to])}
          />
          –
          <TimeInput
            label={`${what}, opening ${index + 1}, to`}
            field={`${field}[${index}][1]`}
            value={to}
            onChange={(text) => put(index, [from, text])}
          />
          {isNextDay(from, to) && <span className={classes.nextDay}>next day</span>}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Remove opening ${index + 1} of ${what}`}
            onClick={() => onChange(value.toSpliced(index, 1))}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </span>
      ))}
      <ActionIcon
        variant="default"
        size="sm"
        aria-label={`Add an opening to ${what}`}
        title="Add an opening"
        onClick={() => onChange([...value, nextOpening(value)])}
      >
        <IconPlus size={14} aria-hidden />
      </ActionIcon>
      <ProblemLines problems={problems} />
    </div>
  );
}

interface TimeProps {
  readonly label: string;
  readonly field: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function TimeInput({ label, field, value, onChange }: TimeProps) {
  const problems = useProblemsUnder(field);
  return (
    <input
      className={`${classes.cell} ${classes.time}`}
      aria-label={label}
      aria-invalid={problems.length > 0 || undefined}
      placeholder="HH:MM"
      inputMode="numeric"
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function isNextDay(from: string, to: string): boolean {
  const [start, end] = [readClockTime(from), readClockTime(to)];
  return start !== null && end !== null && end <= start;
}

function nextOpening(value: readonly Pair[]): Pair {
  const last = value.at(-1);
  if (last === undefined) return ['09:00', '17:00'];
  const end = readClockTime(last[1]);
  if (end === null || end >= 1380 || isNextDay(...last)) return ['', ''];
  const text = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return [text(end + 60), text(Math.min(1440, end + 240))];
}
