import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.tsx';
import type { Api } from '../../api/client.ts';
import { apiPath } from '../../api/client.ts';
import type { CaseRebase, RebaseOutcome, RebasePage, RebasePreviews } from './case-rebase.ts';

const pageSize = '100';
const rebaseKey = ['rebase'];

/** Every open case that is on other promises than those in force, and how its due times would move. */
export function useRebasePreviews(policyVersion: string, onProgress: (found: number) => void) {
  const api = useApi();
  return useQuery({
    queryKey: [...rebaseKey, policyVersion],
    queryFn: ({ signal }) => readAll(api, signal, onProgress),
    // Reading it all is work for the desk: only when it is asked for.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}

async function readAll(
  api: Api,
  signal: AbortSignal,
  onProgress: (found: number) => void,
): Promise<RebasePreviews> {
  const items: CaseRebase[] = [];
  let cursor: string | undefined;
  for (;;) {
    const path = apiPath(['api', 'sla', 'rebase'], { limit: pageSize, cursor });
    const page = await api.get<RebasePage>(path, signal);
    items.push(...page.items);
    onProgress(items.length);
    if (page.cursor === null) return { policyVersion: page.policyVersion, items: once(items) };
    cursor = page.cursor;
  }
}

/** A case that changed its place in the queue meanwhile may come twice. */
function once(items: readonly CaseRebase[]): CaseRebase[] {
  return [...new Map(items.map((item) => [item.caseId, item])).values()];
}

export function useRebaseBatch() {
  const api = useApi();
  return useMutation({
    mutationFn: (batch: { caseIds: readonly string[]; policyVersion: string; reason: string }) =>
      api.post<RebaseOutcome>('/api/sla/rebase', batch),
  });
}

export function useForgetPreviews(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: rebaseKey });
}
