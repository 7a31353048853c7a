import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Case } from '../../../core/case/case.ts';
import type { CaseEvent } from '../../../core/case/case-event.ts';
import type { Category } from '../../../core/case/category.ts';
import type { Message } from '../../../core/case/message.ts';
import type { Priority } from '../../../core/case/priority.ts';
import type { Status, View } from '../../../core/case/status.ts';
import type { Attempt } from '../../../core/page/attempt.ts';
import type { Page } from '../../../core/page/page.ts';
import type { SlaRecord } from '../../../core/sla/sla-record.ts';
import { useApi } from './api-context.tsx';
import { apiPath } from './client.ts';
import { type CaseSlaAnswer, keepPolicySet } from './sla.ts';

export interface CaseList {
  readonly items: readonly Case[];
  readonly cursor: string | null;
}

export interface CaseDetail {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly messages: readonly Message[];
  readonly pages: readonly Page[];
  readonly attempts: readonly Attempt[];
  readonly linked: readonly Pick<Case, 'id' | 'subject' | 'status' | 'priority'>[];
  /** Null for a case from before there were promises. */
  readonly sla: CaseSlaAnswer | null;
  readonly slaLog: readonly SlaRecord[];
}

export interface CaseChange {
  readonly expectedVersion: number;
  readonly status?: Status;
  readonly priority?: Priority;
  readonly category?: Category;
  readonly assignee?: string | null;
  /** All tags that it has from now on. */
  readonly tags?: readonly string[];
  readonly reason?: string;
}

export interface Reply {
  readonly expectedVersion: number;
  readonly text: string;
  readonly status?: Status;
}

export interface Body {
  readonly text: string;
  readonly reply: string;
  readonly quoted: string;
  readonly html: string | null;
}

export type QueueView = View | 'mine';

const pageSize = '50';

export function useQueue(view: QueueView, pollMs: number) {
  const api = useApi();
  const filter = view === 'mine' ? { assignee: 'me' } : { view };
  return useInfiniteQuery({
    queryKey: ['cases', view],
    queryFn: ({ pageParam, signal }) =>
      api.get<CaseList>(apiPath(['api', 'cases'], { ...filter, limit: pageSize, cursor: pageParam }), signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.cursor ?? undefined,
    refetchInterval: pollMs,
  });
}

/** The contract gives no order; everything that asks for the newest message relies on this one. */
function inTimeOrder(detail: CaseDetail): CaseDetail {
  const messages = detail.messages.toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
  return { ...detail, messages };
}

export function useCase(id: string, pollMs: number) {
  const api = useApi();
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['case', id],
    queryFn: async ({ signal }) => {
      const detail = await api.get<CaseDetail>(apiPath(['api', 'cases', id]), signal);
      if (detail.sla) keepPolicySet(queries, detail.sla.policySet);
      return detail;
    },
    select: inTimeOrder,
    refetchInterval: pollMs,
  });
}

export function useChangeCase(id: string) {
  return useCaseWrite(id, (api, change: CaseChange) =>
    api.patch<{ case: Case }>(apiPath(['api', 'cases', id]), change),
  );
}

export function useReply(id: string) {
  return useCaseWrite(id, (api, reply: Reply) =>
    api.post<{ case: Case; message: Message }>(apiPath(['api', 'cases', id, 'replies']), reply),
  );
}

export function useNote(id: string) {
  return useCaseWrite(id, (api, note: { text: string }) =>
    api.post<{ case: Case; message: Message }>(apiPath(['api', 'cases', id, 'notes']), note),
  );
}

export function messagePath(caseId: string, messageId: string, ...rest: readonly string[]): string {
  return apiPath(['api', 'cases', caseId, 'messages', messageId, ...rest]);
}

/** Success and failure alike re-read the case: after a conflict the agent must see what changed. */
function useCaseWrite<In, Out extends { readonly case: Case }>(
  id: string,
  write: (api: ReturnType<typeof useApi>, input: In) => Promise<Out>,
) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: In) => write(api, input),
    // The next write must carry the version that this one made, even before the case is re-read.
    onSuccess: ({ case: written }) => {
      queries.setQueryData<CaseDetail>(['case', id], (before) => before && { ...before, case: written });
    },
    onSettled: async () => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      await queries.invalidateQueries({ queryKey: ['case', id] });
    },
  });
}
