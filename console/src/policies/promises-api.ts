import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Category } from '../../../core/case/category.ts';
import type { PolicyProblem } from '../../../core/sla/check-policies.ts';
import { useApi } from '../api/api-context.tsx';
import type { WrittenPromises } from './check-draft.ts';

export interface NamedSchedule {
  readonly id: string;
  readonly name: string;
}

/** The promises in force, of `GET /api/sla/promises`. */
export interface InForce {
  /** Of the whole configuration: what an edit is based on. */
  readonly version: string;
  /** Of the promises alone: what cases are pinned to. */
  readonly policyVersion: string;
  readonly publishedAt: string;
  readonly publishedBy: string | null;
  readonly source: 'files' | 'console';
  readonly reason: string | null;
  readonly promises: WrittenPromises;
  /** What a ladder may name. */
  readonly schedules: readonly NamedSchedule[];
  readonly crisisCategories: readonly Category[];
  readonly problems: readonly PolicyProblem[];
}

export interface Publication {
  readonly baseVersion: string;
  readonly promises: WrittenPromises;
  readonly reason: string;
}

const promisesKey = ['promises'];

export function usePromises() {
  const api = useApi();
  return useQuery({
    queryKey: promisesKey,
    queryFn: ({ signal }) => api.get<InForce>('/api/sla/promises', signal),
    refetchInterval: 60_000,
  });
}

export function useCheckPromises() {
  const api = useApi();
  return useMutation({
    mutationFn: (promises: WrittenPromises) =>
      api.post<{ readonly problems: readonly PolicyProblem[] }>('/api/sla/promises/check', { promises }),
  });
}

export function usePublishPromises() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (publication: Publication) => api.put<unknown>('/api/sla/promises', publication),
    onSettled: () => queries.invalidateQueries({ queryKey: promisesKey }),
  });
}
