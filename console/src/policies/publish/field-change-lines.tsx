import type { FieldChange } from '../field-changes.ts';
import classes from '../policies.module.css';

const most = 12;

export function FieldChangeLines({ changes }: { readonly changes: readonly FieldChange[] }) {
  return (
    <ul className={classes.fieldChanges}>
      {changes.slice(0, most).map(({ field, before, after }) => (
        <li key={field}>
          <span className="mono">{field}</span>: {before === null ? '–' : <del>{before}</del>} →{' '}
          {after === null ? '–' : <ins>{after}</ins>}
        </li>
      ))}
      {changes.length > most && <li>and {changes.length - most} more</li>}
    </ul>
  );
}
