import type { PolicyProblem } from '../../../../core/sla/check-policies.ts';
import classes from './fields.module.css';

interface Props {
  readonly problems: readonly PolicyProblem[];
  readonly id?: string;
}

/** Sentences under a field: errors, then warnings, told apart by words and not by colour alone. */
export function ProblemLines({ problems, id }: Props) {
  if (problems.length === 0) return null;
  return (
    <ul className={classes.problems} id={id}>
      {problems.map(({ severity, message }) => (
        <li key={`${severity} ${message}`} data-severity={severity}>
          <strong>{severity === 'error' ? 'Error' : 'Warning'}:</strong> {message}
        </li>
      ))}
    </ul>
  );
}
