import { useEffect } from 'react';
import { useParams } from 'wouter';
import { views } from '../../../core/case/status.ts';
import { type QueueView, useQueue } from '../api/cases.ts';
import { Failing } from '../feedback/failing.tsx';
import { Loading } from '../feedback/loading.tsx';
import { StaleNotice } from '../feedback/stale-notice.tsx';
import { useLive } from '../live/live-context.tsx';
import { useTitle } from '../shell/use-title.ts';
import classes from './queue.module.css';
import { QueueEmpty } from './queue-empty.tsx';
import { QueueList } from './queue-list.tsx';
import { inQueueOrder } from './queue-order.ts';
import { QueueTabs } from './queue-tabs.tsx';
import { useAnnounceNew } from './use-announce-new.ts';

export function QueueScreen() {
  const view = toView(useParams<{ view?: string }>().view);
  const { pollMs } = useLive();
  const queue = useQueue(view, pollMs);
  const cases = queue.data ? inQueueOrder(queue.data.pages.flatMap(({ items }) => items)) : undefined;
  useTitle('Queue');
  useAnnounceNew(view, cases);
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [view]);

  return (
    <>
      <div className={classes.top}>
        <h1 className={classes.title}>Queue</h1>
        <QueueTabs view={view} />
      </div>
      {queue.isError && cases && (
        <StaleNotice what="The queue" error={queue.error} sinceMs={queue.dataUpdatedAt} />
      )}
      {queue.isPending && <Loading what="the queue" />}
      {queue.isError && !cases && (
        <Failing what="The queue" error={queue.error} onRetry={() => void queue.refetch()} />
      )}
      {cases?.length === 0 && <QueueEmpty view={view} />}
      {cases && cases.length > 0 && (
        <QueueList
          cases={cases}
          hasMore={queue.hasNextPage}
          loadingMore={queue.isFetchingNextPage}
          onMore={() => void queue.fetchNextPage()}
        />
      )}
    </>
  );
}

function toView(text: string | undefined): QueueView {
  return text === 'mine' ? 'mine' : (views.find((view) => view === text) ?? 'active');
}
