import { useOnCall } from '../api/session.ts';
import classes from './shell.module.css';

/** Who would be paged now. */
export function OnCallLine() {
  const { data } = useOnCall();
  if (!data) return null;
  const first = data.steps.find(({ users }) => users.length > 0);
  const names = first?.users.map(({ name }) => name).join(', ') ?? 'everyone';
  const hint = data.steps
    .map(
      (step, index) =>
        `${index + 1}. ${step.users.map(({ name }) => name).join(', ') || 'nobody'} (${step.why})`,
    )
    .join('\n');
  return (
    <span className={classes.onCall} title={`${data.policy.name}\n${hint}`}>
      On call: <strong>{names}</strong>
    </span>
  );
}
