import { IconAlertTriangle } from '@tabler/icons-react';
import type { Case } from '../../../core/case/case.ts';
import classes from './badge.module.css';

/** A case from before there were promises has no version either: that is no gap in the policies. */
export function hasNoPolicy({ policyId, policyVersion }: Pick<Case, 'policyId' | 'policyVersion'>): boolean {
  return policyId === null && policyVersion !== null;
}

export function NoPolicy() {
  return (
    <span
      className={classes.noPolicy}
      title="No policy matches this case: nothing is promised, nothing warns."
    >
      <IconAlertTriangle size={15} aria-hidden /> No policy
    </span>
  );
}
