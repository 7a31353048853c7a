import { IconAlertTriangle } from '@tabler/icons-react';
import type { Case } from '../../../core/case/case.ts';
import { CountdownBadge } from '../sla/countdown-badge.tsx';
import classes from './queue.module.css';

/** What presses most on a case; a case that no policy promises anything says so. */
export function RowPromise({ subject }: { readonly subject: Case }) {
  return <span className={classes.promise}>{promiseOf(subject)}</span>;
}

function promiseOf({ promise, policyId, policyVersion, mergedInto }: Case) {
  if (promise !== null) return <CountdownBadge clock={promise} named />;
  if (mergedInto !== null) return <span className="dim">merged</span>;
  if (policyId === null && policyVersion !== null) {
    return (
      <span
        className={classes.noPolicy}
        title="No policy matches this case: nothing is promised, nothing warns."
      >
        <IconAlertTriangle size={15} aria-hidden /> No policy
      </span>
    );
  }
  return <span className="dim">Nothing due</span>;
}
