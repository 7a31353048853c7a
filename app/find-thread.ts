import type { Case } from '../core/case/case.ts';
import { decideThread, type ThreadMatch, threadingSignals } from '../core/mail/threading.ts';
import { pageIdOfAttempt } from '../core/page/attempt.ts';
import type { Ports } from '../ports/ports.ts';
import { followMerges } from './follow-merges.ts';
import type { ReadMail } from './read-mail.ts';

export type Thread =
  | {
      readonly kind: 'append' | 'append-private-flagged' | 'new-linked-case' | 'follow-up';
      readonly case: Case;
      readonly why: string;
    }
  | { readonly kind: 'new-case'; readonly case: null; readonly why: string };

/**
 * Where a mail belongs: what it points at, looked up in the store, then whether its sender may write there. What
 * points at a merged case belongs to the one that goes on for it.
 */
export async function findThread(read: ReadMail, ports: Pick<Ports, 'store' | 'signer'>): Promise<Thread> {
  const { mail } = read.received;
  const mac = (purpose: string, text: string) => ports.signer.mac(purpose, text);
  const matches: ThreadMatch[] = [];
  for (const signal of threadingSignals(mail, read.recipients, mac)) {
    const { kind, proof } = signal;
    if (signal.kind !== 'stored-message-id') matches.push({ kind, proof, caseId: signal.caseId });
    else
      for (const { caseId } of await ports.store.findThreadKeys(signal.messageIds))
        matches.push({ kind, proof, caseId });
  }
  const ids = [...new Set(matches.map(({ caseId }) => caseId))];
  const cases = new Map<string, Case>();
  for (const found of await Promise.all(ids.map((id) => ports.store.getCase(id))))
    if (found) cases.set(found.id, await followMerges(found, ports));
  const decision = decideThread({ matches, sender: mail.from.address, cases });
  if (decision.kind === 'new-case') return { kind: 'new-case', case: null, why: decision.why };
  const matched = cases.get(decision.caseId);
  if (!matched) return { kind: 'new-case', case: null, why: decision.why };
  const merged = matched.id === decision.caseId ? '' : `, which was merged into ${matched.id}`;
  return { kind: decision.kind, case: matched, why: `${decision.why}${merged}` };
}

export interface BouncedMessage {
  /** Where the report belongs: the case of the message, or the one that goes on for it. */
  readonly case: Case;
  readonly caseId: string;
  readonly messageId: string;
}

/**
 * The message of ours that a bounce reports on; null when the report names none that we know. A report about
 * somebody else's message is not believed: whoever knows its id could write it, and would be let into the case.
 */
export async function findBouncedMessage(
  { received }: ReadMail,
  ports: Pick<Ports, 'store'>,
): Promise<BouncedMessage | null> {
  const originalId = received.mail.bounce?.originalMessageId;
  if (!originalId) return null;
  for (const { caseId, messageId } of await ports.store.findThreadKeys([originalId])) {
    const isOurs =
      pageIdOfAttempt(messageId) !== null ||
      (await ports.store.getMessage(caseId, messageId))?.kind === 'outbound';
    const found = isOurs ? await ports.store.getCase(caseId) : null;
    if (found) return { case: await followMerges(found, ports), caseId, messageId };
  }
  return null;
}
