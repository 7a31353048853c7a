import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FailedIntake } from '../../../core/intake/intake.ts';
import { useApi } from './api-context.tsx';

export function useFailedIntake() {
  const api = useApi();
  return useQuery({
    queryKey: ['failed-intake'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly FailedIntake[]; cursor: string | null }>(
        '/api/intake/failed?limit=100',
        signal,
      ),
    refetchInterval: 15_000,
  });
}

export function useRetryIntake() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (rawKey: string) => api.post<void>('/api/intake/failed/retry', { rawKey }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['failed-intake'] }),
  });
}
