import type { PolicyChoice } from '../../../../core/sla/match-policy.ts';
import classes from './tester.module.css';

/** Which policy is taken, and why not the others. */
export function PolicyWhy({ choice, label }: { readonly choice: PolicyChoice; readonly label: string }) {
  const { policy, tried } = choice;
  return (
    <div className={classes.policy}>
      <p className={classes.policyLine}>
        <span className="dim">{label}:</span>{' '}
        {policy === null ? (
          <strong className={classes.none}>no policy matches, so nothing is promised</strong>
        ) : (
          <>
            <strong>{policy.name}</strong> <span className="mono">{policy.id}</span>
          </>
        )}
      </p>
      {tried.length > 0 && (
        <details className={classes.why}>
          <summary>Why {policy === null ? 'none' : 'this one'}</summary>
          <ol>
            {tried.map(({ policy: id, mismatch }, i) => (
              // Ids may repeat in a draft.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={i}>
                <span className="mono">{id}</span>{' '}
                {mismatch === null ? 'matches, and is the first that does' : `does not match: ${mismatch}`}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
