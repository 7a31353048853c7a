import { useCaseAct } from '../api/case-acts.ts';
import { apiPath } from '../api/client.ts';

export interface Question {
  /** Its id in the configuration. */
  readonly department: string;
  readonly text: string;
  /** The case waits for the answer. */
  readonly hold: boolean;
}

export function useAskDepartment(caseId: string) {
  return useCaseAct(caseId, (api, body: Question) =>
    api.post<void>(apiPath(['api', 'cases', caseId, 'consults']), body),
  );
}

export function useTypeInAnswer(caseId: string, consultId: string) {
  return useCaseAct(caseId, (api, body: { readonly text: string }) =>
    api.post<void>(apiPath(['api', 'cases', caseId, 'consults', consultId, 'answer']), body),
  );
}

export function useWithdrawConsult(caseId: string, consultId: string) {
  return useCaseAct(caseId, (api, body: { readonly reason: string }) =>
    api.post<void>(apiPath(['api', 'cases', caseId, 'consults', consultId, 'withdraw']), body),
  );
}
