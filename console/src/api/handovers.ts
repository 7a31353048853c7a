import { useQuery } from '@tanstack/react-query';
import type { Case } from '../../../core/case/case.ts';
import { useApi } from './api-context.tsx';

/** What must be handed over before the shift of the caller ends. */
export interface Handovers {
  /** Null when no shift ends within the hour. */
  readonly shiftEndsAt: string | null;
  readonly items: readonly { readonly case: Case; readonly why: string }[];
}

export function useHandovers() {
  const api = useApi();
  return useQuery({
    queryKey: ['handovers'],
    queryFn: ({ signal }) => api.get<Handovers>('/api/sla/handovers', signal),
    refetchInterval: 60_000,
  });
}
