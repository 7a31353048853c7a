import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from './api-context.tsx';
import { type Api, apiPath } from './client.ts';

export function useHandOver(caseId: string) {
  return useCaseAct(caseId, (api, body: { readonly to: string; readonly note: string }) =>
    api.post<void>(apiPath(['api', 'cases', caseId, 'handover']), body),
  );
}

export interface Merge {
  /** The case that goes on. */
  readonly into: string;
  readonly expectedVersion: number;
  readonly reason: string;
}

export function useMerge(caseId: string) {
  return useCaseAct(caseId, (api, body: Merge) =>
    api.post<void>(apiPath(['api', 'cases', caseId, 'merge']), body),
  );
}

export function useMarkSpam(caseId: string) {
  return useCaseAct(caseId, (api, body: { readonly spam: boolean; readonly reason: string }) =>
    api.put<void>(apiPath(['api', 'cases', caseId, 'spam']), body),
  );
}

/** Done or refused, the case is read again: it shows what is so now. */
export function useCaseAct<In>(caseId: string, act: (api: Api, input: In) => Promise<void>) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: In) => act(api, input),
    onSettled: async () => {
      for (const key of ['cases', 'handovers', 'escalations'])
        void queries.invalidateQueries({ queryKey: [key] });
      await queries.invalidateQueries({ queryKey: ['case'] });
    },
  });
}
