import type { Priority } from '../../../../core/case/priority.ts';
import type { ClockName } from '../../../../core/sla/clock-name.ts';
import { clockRules } from '../../../../core/sla/clock-rules.ts';
import { spoken } from '../../case/vocabulary-words.ts';
import { useEditor } from '../editor-context.tsx';
import classes from '../policies.module.css';
import type { DraftPolicy, DraftTarget } from '../promises-draft.ts';
import { mixed, rowCalendarOf, withRowCalendar } from './row-targets.ts';

type Row = Partial<Record<Priority, DraftTarget>>;

interface Props {
  readonly clock: ClockName;
  readonly policy: DraftPolicy;
  readonly row: Row;
  readonly onChange: (row: Row) => void;
}

/** Which hours a clock's targets are counted in. */
export function RowCalendar({ clock, policy, row, onChange }: Props) {
  const { draft, canEdit } = useEditor();
  const { closedHours, neverPausesInCrisis } = clockRules[clock];
  const named = rowCalendarOf(row);
  const usual = closedHours === 'pause' ? `in ${policy.calendar || 'no calendar'}` : 'around the clock';
  const hasTargets = Object.keys(row).length > 0;
  // A calendar is written on the targets: without one there is nothing to write it on.
  if (closedHours === 'never' || !hasTargets || !canEdit) {
    const words =
      named === undefined || closedHours === 'never'
        ? usual
        : named === mixed
          ? 'differs by priority'
          : `in ${named}`;
    return <span className={classes.counts}>{words}</span>;
  }
  const calendars = Object.keys(draft.calendars);
  return (
    <select
      className={classes.countsChoice}
      aria-label={`${spoken(clock)}: hours that count`}
      title={neverPausesInCrisis ? 'In crisis categories always around the clock' : undefined}
      value={named ?? ''}
      onChange={(event) => onChange(withRowCalendar(row, event.currentTarget.value || undefined))}
    >
      <option value="">{usual}</option>
      {named === mixed && <option value={mixed}>differs by priority</option>}
      {named !== undefined && named !== mixed && !calendars.includes(named) && (
        <option value={named}>in {named} (is gone)</option>
      )}
      {calendars.map((id) => (
        <option key={id} value={id}>
          in {id}
        </option>
      ))}
    </select>
  );
}
