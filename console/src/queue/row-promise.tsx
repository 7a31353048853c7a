import type { Case } from '../../../core/case/case.ts';
import { CountdownBadge } from '../sla/countdown-badge.tsx';
import { hasNoPolicy, NoPolicy } from '../sla/no-policy.tsx';
import classes from './queue.module.css';

/** What presses most on a case; a case that no policy promises anything says so. */
export function RowPromise({ subject }: { readonly subject: Case }) {
  return <span className={classes.promise}>{promiseOf(subject)}</span>;
}

function promiseOf(subject: Case) {
  const { promise, mergedInto } = subject;
  if (promise !== null) return <CountdownBadge clock={promise} named />;
  if (mergedInto !== null) return <span className="dim">merged</span>;
  if (hasNoPolicy(subject)) return <NoPolicy />;
  return <span className="dim">Nothing due</span>;
}
