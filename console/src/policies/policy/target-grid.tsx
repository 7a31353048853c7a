import type { Priority } from '../../../../core/case/priority.ts';
import { priorities } from '../../../../core/case/priority.ts';
import { type ClockName, clockNames } from '../../../../core/sla/clock-name.ts';
import { fieldPath } from '../../../../core/validation/explain-issues.ts';
import { spoken } from '../../case/vocabulary-words.ts';
import { useEditor, useProblemsAt } from '../editor-context.tsx';
import { ProblemLines } from '../fields/problem-lines.tsx';
import classes from '../policies.module.css';
import type { DraftPolicy, DraftTarget, DraftTargets } from '../promises-draft.ts';
import { ClockRow } from './clock-row.tsx';

interface Props {
  readonly policy: DraftPolicy;
  readonly index: number;
  readonly onChange: (next: DraftTargets) => void;
}

/** What is promised: a length by clock and priority. */
export function TargetGrid({ policy, index, onChange }: Props) {
  const field = fieldPath(['policies', index, 'targets']);
  const { canEdit } = useEditor();
  const problems = useProblemsAt(field);
  const put = (clock: ClockName, row: Partial<Record<Priority, DraftTarget>>) => {
    const { [clock]: _, ...rest } = policy.targets;
    onChange(Object.keys(row).length === 0 ? rest : { ...rest, [clock]: row });
  };
  return (
    <section className={classes.group} aria-label="Targets">
      <h4 className={classes.groupTitle}>Targets</h4>
      <p className={`dim ${classes.groupHint}`}>
        {canEdit && 'Such as 30 min, 4 h, 1 h 30 min or 2 d. '}1 d is 24 h of the hours that count. An empty
        field promises nothing.
      </p>
      <ProblemLines problems={problems} />
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col">Clock</th>
            {priorities.map((priority) => (
              <th key={priority} scope="col">
                {spoken(priority)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clockNames.map((clock) => (
            <ClockRow
              key={clock}
              clock={clock}
              policy={policy}
              field={`${field}.${clock}`}
              onChange={(row) => put(clock, row)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
