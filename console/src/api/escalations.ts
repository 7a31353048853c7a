import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Case } from '../../../core/case/case.ts';
import type { EscalateTo } from '../../../core/escalation/escalation.ts';
import { useApi } from './api-context.tsx';
import { apiPath } from './client.ts';
import type { Person } from './person.ts';
import type { ShownEscalation } from './sla.ts';

export interface EscalationItem {
  readonly escalation: ShownEscalation;
  readonly case: Pick<Case, 'id' | 'subject' | 'status' | 'priority' | 'category' | 'assignee' | 'nextDueAt'>;
}

export interface EscalationAnswered {
  readonly outcome: 'acknowledged' | 'already-acknowledged' | 'ended';
  /** Null when it ended by itself. */
  readonly by: Person | null;
  readonly at: string;
  readonly escalation: ShownEscalation;
}

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
