import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StretchWhy } from '../../../core/calendar/stretches.ts';
import type { ClockName } from '../../../core/sla/clock-name.ts';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import type { PolicySet } from '../../../core/sla/policy-set.ts';
import { useApi } from './api-context.tsx';
import { apiPath } from './client.ts';
import type { ShownEscalation } from './escalation-item.ts';

interface PolicyRef {
  readonly id: string;
  readonly name: string;
}

/** The promises of a case as the case's answer brings them. */
export interface CaseSlaAnswer {
  readonly version: number;
  readonly policyVersion: string;
  readonly policy: PolicyRef | null;
  readonly why: string;
  readonly clocks: readonly ClockState[];
  readonly escalations: readonly ShownEscalation[];
  readonly policySet: PolicySet;
}

/** Instants in ISO 8601, sums in ms. */
export interface Explanation {
  readonly sentence: string;
  readonly timezone: string;
  readonly counts: string;
  readonly from: string;
  readonly to: string;
  readonly stretches: readonly {
    readonly from: string;
    readonly to: string;
    readonly counted: boolean;
    readonly why: StretchWhy;
    readonly name: string | null;
    readonly ms: number;
  }[];
  readonly hidden: number;
  readonly totalMs: Readonly<Record<StretchWhy, number>>;
  readonly left: {
    readonly label: string;
    readonly businessMs: number | null;
    readonly wallMs: number | null;
  };
  readonly due: string | null;
}

export interface ExplainedSla {
  readonly caseId: string;
  readonly at: string;
  readonly policyVersion: string | null;
  readonly policy: PolicyRef | null;
  readonly why: string;
  readonly clocks: readonly { readonly clock: ClockState; readonly explanation: Explanation }[];
}

const policySetKey = (version: string) => ['policy-set', version] as const;

/** A version of the promises; it never changes, so it is read once. */
export function usePolicySet(version: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: policySetKey(version ?? ''),
    queryFn: ({ signal }) => api.get<PolicySet>(apiPath(['api', 'sla', 'policies', version ?? '']), signal),
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** The version that came with a case need not be asked for. */
export function keepPolicySet(queries: QueryClient, set: PolicySet): void {
  const key = policySetKey(set.version);
  if (queries.getQueryData(key) === undefined) queries.setQueryData(key, set);
}

export function useExplainedSla(caseId: string) {
  const api = useApi();
  return useQuery({
    // Below the case's own key: what changes the case changes this.
    queryKey: ['case', caseId, 'sla'],
    queryFn: ({ signal }) => api.get<ExplainedSla>(apiPath(['api', 'cases', caseId, 'sla']), signal),
    staleTime: 0,
  });
}

export interface SetDue {
  readonly clock: ClockName;
  readonly instance: number;
  /** Null gives it back to the policy. */
  readonly dueAt: string | null;
  readonly reason: string;
}

export function useSetDue(caseId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ clock, ...body }: SetDue) =>
      api.put<void>(apiPath(['api', 'cases', caseId, 'clocks', clock, 'due']), body),
    onSettled: async () => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
}
