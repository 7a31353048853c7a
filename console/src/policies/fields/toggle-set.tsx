import { useEditor, useProblemsUnder } from '../editor-context.tsx';
import { Fact } from './fact.tsx';
import classes from './fields.module.css';
import { ProblemLines } from './problem-lines.tsx';

interface Props<Value extends string> {
  readonly label: string;
  readonly field: string;
  readonly options: readonly Value[];
  readonly words: (value: Value) => string;
  /** Undefined for any. */
  readonly value: readonly Value[] | undefined;
  readonly onChange: (value: Value[] | undefined) => void;
  /** What no choice means. */
  readonly none?: string;
}

/** Any number of a list, as check boxes in the order of the list; none chosen is no list at all. */
export function ToggleSet<Value extends string>(props: Props<Value>) {
  const { label, field, options, words, value = [], onChange, none = 'any' } = props;
  const { canEdit } = useEditor();
  const problems = useProblemsUnder(field);
  if (!canEdit) return <Fact label={label}>{value.map(words).join(', ') || none}</Fact>;
  const toggle = (option: Value) => {
    const chosen = value.includes(option) ? value.filter((one) => one !== option) : [...value, option];
    const sorted = options.filter((one) => chosen.includes(one));
    onChange(sorted.length === 0 ? undefined : sorted);
  };
  return (
    <fieldset className={classes.set}>
      <legend>
        {label} {value.length === 0 && <span className="dim">{none}</span>}
      </legend>
      <div className={classes.toggles}>
        {options.map((option) => (
          <label key={option} className={classes.toggle}>
            <input type="checkbox" checked={value.includes(option)} onChange={() => toggle(option)} />
            {words(option)}
          </label>
        ))}
      </div>
      <ProblemLines problems={problems} />
    </fieldset>
  );
}
