import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useParams } from 'wouter';
import { useCase } from '../api/cases.ts';
import { isProblem } from '../api/problem.ts';
import { Empty } from '../feedback/empty.tsx';
import { Failing } from '../feedback/failing.tsx';
import { Loading } from '../feedback/loading.tsx';
import { StaleNotice } from '../feedback/stale-notice.tsx';
import { useLive } from '../live/live-context.tsx';
import { useTitle } from '../shell/use-title.ts';
import { CaseView } from './case-view.tsx';

export function CaseScreen() {
  const { id } = useParams<{ id: string }>();
  const { pollMs } = useLive();
  const queries = useQueryClient();
  const found = useCase(id, pollMs);
  useTitle(id);
  useEffect(() => {
    window.scrollTo(0, 0);
    // What the queue shows of this case may be older than what is read here.
    return () => void queries.invalidateQueries({ queryKey: ['cases'], refetchType: 'none' });
  }, [id, queries]);

  if (found.data) {
    return (
      <>
        {found.isError && <StaleNotice what="The case" error={found.error} sinceMs={found.dataUpdatedAt} />}
        <CaseView key={id} detail={found.data} />
      </>
    );
  }
  if (!found.isError) return <Loading what={id} />;
  if (isProblem(found.error) && found.error.status === 404) {
    return (
      <Empty title={`There is no case ${id}`}>
        Check the number, or go <Link href="/queue/active">back to the queue</Link>.
      </Empty>
    );
  }
  return <Failing what={`Case ${id}`} error={found.error} onRetry={() => void found.refetch()} />;
}
