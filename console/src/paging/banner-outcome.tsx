import { CloseButton } from '@mantine/core';
import { Link } from 'wouter';
import { caseIdOfPage } from '../../../core/page/page.ts';
import classes from './page-banner.module.css';
import { usePaging } from './paging-context.tsx';
import type { Outcome } from './use-outcomes.ts';

export function BannerOutcome({ outcome: { pageId, tone, words } }: { readonly outcome: Outcome }) {
  const { dismiss } = usePaging();
  const caseId = caseIdOfPage(pageId);
  return (
    <div className={classes.outcome} data-tone={tone} data-testid="page-outcome">
      <p className={classes.words}>
        <span className="mono">{pageId}</span>
        <span>{words}</span>
      </p>
      <span className={classes.acts}>
        {caseId && (
          <Link href={`/cases/${caseId}`} className={classes.openQuiet}>
            Open case
          </Link>
        )}
        <CloseButton aria-label={`Dismiss the notice of ${pageId}`} onClick={() => dismiss(pageId)} />
      </span>
    </div>
  );
}
