import type { PolicyProblem } from '../../../core/sla/check-policies.ts';
import { useEditor } from './editor-context.tsx';
import classes from './policies.module.css';
import { placeOf } from './problems-at.ts';

interface Props {
  readonly problems: readonly PolicyProblem[];
  readonly onGo: (field: string) => void;
}

/** A hundred policies can overlap five thousand times; nobody reads that here. */
const most = 100;

/** Every problem of the draft at one place, each a way to where it is mended. */
export function ProblemSummary({ problems, onGo }: Props) {
  const { draft } = useEditor();
  if (problems.length === 0) return null;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const words = [
    errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  ].filter((word) => word !== false);
  return (
    <details className={classes.problemSummary} data-severity={errors > 0 ? 'error' : 'warning'}>
      <summary>
        {words.join(', ')}
        {errors > 0 && ': the draft cannot be published yet'}
      </summary>
      <ul>
        {problems.slice(0, most).map(({ severity, field = '', message }) => (
          <li key={`${field} ${message}`}>
            {severity === 'error' ? 'Error' : 'Warning'}{' '}
            {placeOf(field) === null ? (
              <span className="mono">{field}</span>
            ) : (
              <button type="button" className={classes.textButton} onClick={() => onGo(field)}>
                {nameOfPlace(field, draft.policies)}
              </button>
            )}{' '}
            {message}
          </li>
        ))}
        {problems.length > most && <li>and {problems.length - most} more, at their fields</li>}
      </ul>
    </details>
  );
}

/** Policies by their id: their number changes while they are put in order. */
function nameOfPlace(field: string, policies: readonly { readonly id: string }[]): string {
  const place = placeOf(field);
  if (place?.part !== 'policies' || place.item === null) return field;
  const id = policies[Number(place.item)]?.id ?? place.item;
  return `${id}${field.slice(`policies[${place.item}]`.length)}`;
}
