import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Page } from '../../../core/page/page.ts';
import { useCancelPage } from '../api/pages.ts';
import { explain } from '../api/problem.ts';
import { Notice } from '../feedback/notice.tsx';
import { NextAttempt } from '../paging/next-attempt.tsx';
import { usePaging } from '../paging/paging-context.tsx';
import classes from './page-panel.module.css';
import { ReasonDialog } from './reason-dialog.tsx';

export function OpenPageActs({ page }: { readonly page: Page }) {
  const { acknowledge, acknowledgingId } = usePaging();
  const cancel = useCancelPage();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <div className={classes.acts}>
        <Button
          size="md"
          color="red.9"
          loading={acknowledgingId === page.id}
          onClick={() => acknowledge(page.id)}
        >
          Acknowledge: I take this case
        </Button>
        <Button variant="default" loading={cancel.isPending} onClick={() => setAsking(true)}>
          Cancel the page…
        </Button>
        {page.nextAttemptAt && <NextAttempt at={page.nextAttemptAt} />}
      </div>
      {cancel.isError && (
        <Notice tone="danger" title="The page is not cancelled">
          {explain(cancel.error)}
        </Notice>
      )}
      {asking && (
        <ReasonDialog
          title="Cancel this emergency page?"
          label="Why does nobody need to answer it?"
          confirm="Cancel the page"
          danger
          onCancel={() => setAsking(false)}
          onConfirm={(reason) => {
            cancel.mutate({ pageId: page.id, reason });
            setAsking(false);
          }}
        />
      )}
    </>
  );
}
