import { useEditor, useProblemsUnder } from '../editor-context.tsx';
import { durationWords, useDurationText } from '../fields/use-duration-text.ts';
import classes from '../policies.module.css';
import { calendarOfTarget, type DraftMinutes, type DraftTarget, minutesOf } from '../promises-draft.ts';

interface Props {
  readonly label: string;
  readonly field: string;
  readonly value: DraftTarget | undefined;
  readonly onChange: (minutes: DraftMinutes | undefined) => void;
}

export function TargetCell({ label, field, value, onChange }: Props) {
  const { canEdit } = useEditor();
  const problems = useProblemsUnder(field);
  const minutes = value === undefined ? undefined : minutesOf(value);
  const input = useDurationText(minutes, false, onChange);
  const calendar = value === undefined ? undefined : calendarOfTarget(value);
  if (!canEdit) return <span className="numbers">{durationWords(minutes) || '–'}</span>;
  return (
    <input
      {...input}
      className={classes.cell}
      aria-label={label}
      aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
      title={calendar === undefined ? undefined : `in ${calendar}`}
      autoComplete="off"
      spellCheck={false}
    />
  );
}
