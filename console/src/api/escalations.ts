import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EscalateTo } from '../../../core/escalation/escalation.ts';
import { useApi } from './api-context.tsx';
import { apiPath } from './client.ts';
import type { EscalationAnswered, EscalationItem } from './escalation-item.ts';

export function useOpenEscalations(pollMs: number) {
  const api = useApi();
  return useQuery({
    queryKey: ['escalations'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly EscalationItem[]; cursor: string | null }>(
        '/api/escalations?limit=100',
        signal,
      ),
    refetchInterval: pollMs,
  });
}

export function useAcknowledgeEscalation() {
  const api = useApi();
  const reread = useReread();
  return useMutation({
    mutationFn: (escalationId: string) =>
      api.post<EscalationAnswered>(apiPath(['api', 'escalations', escalationId, 'ack'])),
    onSettled: reread,
  });
}

export function useEscalate(caseId: string) {
  const api = useApi();
  const reread = useReread();
  return useMutation({
    mutationFn: (body: { readonly to: EscalateTo; readonly reason: string }) =>
      api.post<void>(apiPath(['api', 'cases', caseId, 'escalations']), body),
    onSettled: reread,
  });
}

function useReread(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    void queries.invalidateQueries({ queryKey: ['cases'] });
    void queries.invalidateQueries({ queryKey: ['case'] });
    await queries.invalidateQueries({ queryKey: ['escalations'] });
  };
}
