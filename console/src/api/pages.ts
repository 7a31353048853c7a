import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Page } from '../../../core/page/page.ts';
import { useApi } from './api-context.tsx';
import { apiPath } from './client.ts';
import type { AckOutcome, PageItem } from './page-item.ts';

export function useOpenPages(pollMs: number) {
  const api = useApi();
  return useQuery({
    queryKey: ['pages', 'open'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly PageItem[]; cursor: string | null }>(
        '/api/pages?state=open&limit=50',
        signal,
      ),
    refetchInterval: pollMs,
    select: ({ items }) => items,
  });
}

export function useAcknowledge() {
  const api = useApi();
  const reread = useRereadPages();
  return useMutation({
    mutationFn: (pageId: string) => api.post<AckOutcome>(apiPath(['api', 'pages', pageId, 'ack'])),
    onSettled: reread,
  });
}

export function useCancelPage() {
  const api = useApi();
  const reread = useRereadPages();
  return useMutation({
    mutationFn: ({ pageId, reason }: { readonly pageId: string; readonly reason: string }) =>
      api.post<{ page: Page }>(apiPath(['api', 'pages', pageId, 'cancel']), { reason }),
    onSettled: reread,
  });
}

function useRereadPages(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    void queries.invalidateQueries({ queryKey: ['cases'] });
    void queries.invalidateQueries({ queryKey: ['case'] });
    await queries.invalidateQueries({ queryKey: ['pages'] });
  };
}
