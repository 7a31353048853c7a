import type { Case } from '../core/case/case.ts';
import type { Message } from '../core/case/message.ts';
import type { Department } from '../core/config/department.ts';
import { signedMessageId } from '../core/mail/threading.ts';
import { toInstant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';
import { agentMessage } from './agent-message.ts';
import { deskAddress } from './desk-address.ts';

/**
 * The mail that asks a department. It says what the agent writes and the number of the case, and nothing that the
 * customer wrote: neither address nor subject.
 */
export async function consultMessage(
  input: { subject: Case; department: Department; userId: string; text: string },
  ports: Pick<Ports, 'blobs' | 'ids' | 'clock' | 'config' | 'signer' | 'mailDomain'>,
): Promise<Message> {
  const { subject, department, userId, text } = input;
  const { config } = await ports.config.current();
  const at = toInstant(ports.clock.now());
  const caseId = subject.id;
  const draft = await agentMessage(
    { caseId, userId, text, kind: 'outbound', at, subject: `Question about case ${caseId}` },
    ports,
  );
  const mac = (purpose: string, value: string) => ports.signer.mac(purpose, value);
  return {
    ...draft,
    from: deskAddress(config, ports),
    to: [{ address: department.email, name: department.name }],
    rawKey: `sent/${caseId}/${draft.id}.eml`,
    rfcMessageId: signedMessageId({ caseId, messageUlid: draft.id, domain: ports.mailDomain, mac }),
    delivery: { state: 'queued', at, providerMessageId: null, detail: null },
    isPrivate: true,
    consultId: draft.id,
  };
}
