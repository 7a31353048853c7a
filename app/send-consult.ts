import type { Actor } from '../core/case/actor.ts';
import type { Case } from '../core/case/case.ts';
import type { CaseFact } from '../core/case/case-event.ts';
import { requireUnmerged } from '../core/case/merge.ts';
import type { Message } from '../core/case/message.ts';
import { viewOf } from '../core/case/status.ts';
import type { Department } from '../core/config/department.ts';
import type { DeskConfig } from '../core/config/desk-config.ts';
import { DomainError } from '../core/errors.ts';
import { didYouMean } from '../core/validation/did-you-mean.ts';
import type { Ports } from '../ports/ports.ts';
import { consultMessage } from './consult-message.ts';
import { requireCase } from './require-case.ts';
import { type ChangePorts, planChange, retryOnConflict } from './unit-of-work.ts';

export interface ConsultInput {
  readonly caseId: string;
  readonly userId: string;
  /** Its id in the configuration. */
  readonly department: string;
  readonly text: string;
  /** The case waits for the answer: it goes on hold, and the agent's own time stops. */
  readonly hold: boolean;
}

/**
 * Asks another department by mail. The customer never sees it, and the department not the customer's address.
 * @throws DomainError `case.missing`, `case.merged`, `consult.empty`, `consult.unknown-department`,
 * `consult.case-over`
 */
export async function sendConsult(
  input: ConsultInput,
  ports: ChangePorts & Pick<Ports, 'blobs' | 'signer' | 'mailDomain'>,
): Promise<{ case: Case; message: Message }> {
  const text = input.text.trim();
  if (!text) throw refusal('invalid', 'empty', 'text', 'write the question');
  const { config } = await ports.config.current();
  const department = requireDepartment(input.department, config);
  const subject = await requireAskable(input.caseId, ports);
  const message = await consultMessage({ ...input, text, subject, department }, ports);
  return retryOnConflict(async () => {
    const current = await requireAskable(input.caseId, ports);
    const facts = consultFacts(current, { ...input, consultId: message.id }, department);
    const actor: Actor = { kind: 'agent', userId: input.userId };
    const { next, writes } = await planChange(
      {
        current,
        caseId: current.id,
        facts: facts.map((fact) => ({ actor, fact })),
        writes: [{ kind: 'message', message }],
        effects: [{ type: 'mail.queued', messageId: message.id }],
      },
      ports,
    );
    await ports.store.commit(writes);
    return { case: next, message };
  });
}

function consultFacts(
  { status }: Case,
  { consultId, department, hold }: ConsultInput & { consultId: string },
  { name, calendar, answerMinutes }: Department,
): CaseFact[] {
  const facts: CaseFact[] = [
    {
      type: 'consult.sent.v1',
      data: { consultId, department, calendar: calendar ?? null, minutes: answerMinutes ?? null },
    },
  ];
  if (hold && status !== 'on-hold')
    facts.push({
      type: 'case.status-changed.v1',
      data: { from: status, to: 'on-hold', reason: `waits for ${name}` },
    });
  return facts;
}

async function requireAskable(caseId: string, ports: Pick<Ports, 'store'>): Promise<Case> {
  const current = await requireCase(caseId, ports);
  requireUnmerged(current);
  if (viewOf(current.status) === 'done')
    throw refusal(
      'conflict',
      'case-over',
      'status',
      `${caseId} is ${current.status}; reopen it before you ask anybody about it`,
    );
  return current;
}

function requireDepartment(id: string, { departments }: Pick<DeskConfig, 'departments'>): Department {
  const found = Object.hasOwn(departments, id) ? departments[id] : undefined;
  if (found) return found;
  const known = Object.keys(departments);
  const message = `there is no department "${id}"${didYouMean(id, known)}`;
  throw refusal('invalid', 'unknown-department', 'department', message);
}

function refusal(kind: 'invalid' | 'conflict', code: string, field: string, message: string): DomainError {
  return new DomainError(kind, `consult.${code}`, `${field}: ${message}.`, { details: [{ field, message }] });
}
