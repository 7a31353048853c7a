import { type Priority, priorities } from '../../../../core/case/priority.ts';
import type { ClockName } from '../../../../core/sla/clock-name.ts';
import { spoken } from '../../case/vocabulary-words.ts';
import { useProblemsUnder } from '../editor-context.tsx';
import { ProblemLines } from '../fields/problem-lines.tsx';
import classes from '../policies.module.css';
import {
  calendarOfTarget,
  type DraftMinutes,
  type DraftPolicy,
  type DraftTarget,
} from '../promises-draft.ts';
import { RowCalendar } from './row-calendar.tsx';
import { mixed, rowCalendarOf, targetWith } from './row-targets.ts';
import { TargetCell } from './target-cell.tsx';

type Row = Partial<Record<Priority, DraftTarget>>;

interface Props {
  readonly clock: ClockName;
  readonly policy: DraftPolicy;
  readonly field: string;
  readonly onChange: (row: Row) => void;
}

export function ClockRow({ clock, policy, field, onChange }: Props) {
  const row: Row = policy.targets[clock] ?? {};
  const problems = useProblemsUnder(field);
  const asked = policy.match.priorities;
  const set = (priority: Priority, minutes: DraftMinutes | undefined) => {
    const { [priority]: old, ...rest } = row;
    if (minutes === undefined) return onChange(rest);
    const calendar = old === undefined ? rowCalendarOf(row) : calendarOfTarget(old);
    onChange({ ...rest, [priority]: targetWith(minutes, calendar === mixed ? undefined : calendar) });
  };
  return (
    <>
      <tr className={classes.clockRow}>
        <th scope="row">
          {spoken(clock)}
          <RowCalendar clock={clock} policy={policy} row={row} onChange={onChange} />
        </th>
        {priorities.map((priority) => (
          <td
            key={priority}
            data-priority={spoken(priority)}
            data-unasked={asked?.includes(priority) === false || undefined}
          >
            <TargetCell
              label={`${spoken(clock)}, ${priority}`}
              field={`${field}.${priority}`}
              value={row[priority]}
              onChange={(minutes) => set(priority, minutes)}
            />
          </td>
        ))}
      </tr>
      {problems.length > 0 && (
        <tr className={classes.rowProblems}>
          <td colSpan={priorities.length + 1}>
            <ProblemLines problems={problems.map((problem) => withPriority(problem, field))} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The line stands under the row, so it says which of its fields it is about. */
function withPriority<Problem extends { readonly field?: string; readonly message: string }>(
  problem: Problem,
  field: string,
): Problem {
  const priority = priorities.find((name) => problem.field?.startsWith(`${field}.${name}`));
  return priority === undefined ? problem : { ...problem, message: `${priority}: ${problem.message}` };
}
