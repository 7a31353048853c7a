import { viewOf } from '../core/case/status.ts';
import { DomainError, isDomainError } from '../core/errors.ts';
import { catchUpClocks } from './catch-up-clocks.ts';
import { mayBeRebased } from './preview-rebase.ts';
import { requireCase } from './require-case.ts';
import { type ChangePorts, planChange, retryOnConflict } from './unit-of-work.ts';

export interface RebaseInput {
  readonly caseIds: readonly string[];
  /** The version that was previewed; it must still be the one in force. */
  readonly policyVersion: string;
  readonly reason: string;
  readonly userId: string;
}

export interface Rebased {
  /** Those that are on the version now, also those that were before. */
  readonly rebased: readonly string[];
  readonly failed: readonly { readonly caseId: string; readonly message: string }[];
}

/**
 * Moves open cases to the promises in force. Each case stands alone; repeating it changes nothing more.
 * @throws DomainError `sla.other-version` when others were published since the preview
 */
export async function rebaseCases(input: RebaseInput, ports: ChangePorts): Promise<Rebased> {
  const { policies } = await ports.config.current();
  if (policies.version !== input.policyVersion) throw otherVersion(input.policyVersion, policies.version);
  const rebased: string[] = [];
  const failed: { caseId: string; message: string }[] = [];
  for (const caseId of new Set(input.caseIds)) {
    const message = await tryRebase(caseId, input, ports);
    if (message === null) rebased.push(caseId);
    else failed.push({ caseId, message });
  }
  return { rebased, failed };
}

const behind = 'sla.behind';

/** Null when it is done, else why not. */
async function tryRebase(caseId: string, input: RebaseInput, ports: ChangePorts): Promise<string | null> {
  try {
    await rebaseCase(caseId, input, ports).catch(async (error: unknown) => {
      if (!isDomainError(error, behind)) throw error;
      await catchUpClocks(caseId, ports);
      await rebaseCase(caseId, input, ports);
    });
    return null;
  } catch (error) {
    if (isDomainError(error)) return error.message;
    ports.log.error('a case could not be re-based', { caseId, error });
    return 'The desk could not do this; its log says why.';
  }
}

async function rebaseCase(
  caseId: string,
  { policyVersion, reason, userId }: Omit<RebaseInput, 'caseIds'>,
  ports: ChangePorts,
): Promise<void> {
  await retryOnConflict(async () => {
    const current = await requireCase(caseId, ports);
    if (current.policyVersion === policyVersion) return;
    if (viewOf(current.status) === 'done' || !mayBeRebased(current))
      throw new DomainError(
        'conflict',
        'sla.case-over',
        `${caseId} is ${viewOf(current.status) === 'done' ? current.status : 'merged or spam'}; only open cases are re-based.`,
      );
    const fact = { type: 'case.rebased.v1', data: { policyVersion, reason } } as const;
    const actor = { kind: 'agent', userId } as const;
    const { writes } = await planChange({ current, caseId, facts: [{ actor, fact }] }, ports);
    if (writes.some((write) => write.kind === 'outbox' && write.item.effect.type === 'clocks.behind'))
      throw new DomainError(
        'conflict',
        behind,
        `the clocks of ${caseId} do not follow: it stays where it is until they do; the log says why.`,
      );
    await ports.store.commit(writes);
  });
}

function otherVersion(given: string, inForce: string): DomainError {
  const message = `the promises in force are version ${inForce}, not ${given}; look at the preview again`;
  return new DomainError('conflict', 'sla.other-version', `policyVersion: ${message}.`, {
    details: [{ field: 'policyVersion', message }],
  });
}
