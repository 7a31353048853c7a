import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RebasedClock } from '../../../../core/sla/rebase.ts';
import { useApi } from '../../api/api-context.tsx';
import type { Api } from '../../api/client.ts';
import { apiPath } from '../../api/client.ts';

/** What moving one open case to the promises in force would do. */
export interface CaseRebase {
  readonly caseId: string;
  readonly subject: string;
  /** Null before its clocks began. */
  readonly policyVersion: string | null;
  readonly unmatched: boolean;
  readonly moved: readonly RebasedClock[];
}

interface RebasePage {
  readonly policyVersion: string;
  readonly items: readonly CaseRebase[];
  readonly cursor: string | null;
}

export interface RebasePreviews {
  /** To which the cases would move. */
  readonly policyVersion: string;
  readonly items: readonly CaseRebase[];
}

export interface RebaseFailure {
  readonly caseId: string;
  readonly message: string;
}

export interface RebaseOutcome {
  readonly rebased: readonly string[];
  readonly failed: readonly RebaseFailure[];
}

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
