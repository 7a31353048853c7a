import type { Case } from '../core/case/case.ts';
import { decideThread, type ThreadMatch, threadingSignals } from '../core/mail/threading.ts';
import { pageIdOfAttempt } from '../core/page/attempt.ts';
import type { Ports } from '../ports/ports.ts';
import type { ReadMail } from './read-mail.ts';

export type Thread =
  | {
      readonly kind: 'append' | 'append-private-flagged' | 'new-linked-case' | 'follow-up';
      readonly case: Case;
      readonly why: string;
    }
  | { readonly kind: 'new-case'; readonly case: null; readonly why: string };

/** Where a mail belongs: what it points at, looked up in the store, then whether its sender may write there. */
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
  const found = await Promise.all(ids.map((id) => ports.store.getCase(id)));
  const cases = new Map(found.filter((entry) => entry !== null).map((entry) => [entry.id, entry]));
  const decision = decideThread({ matches, sender: mail.from.address, cases });
  if (decision.kind === 'new-case') return { kind: 'new-case', case: null, why: decision.why };
  const matched = cases.get(decision.caseId);
  return matched
    ? { kind: decision.kind, case: matched, why: decision.why }
    : { kind: 'new-case', case: null, why: decision.why };
}

/**
 * The message of ours that a bounce reports on; null when the report names none that we know. A report about
 * somebody else's message is not believed: whoever knows its id could write it, and would be let into the case.
 */
export async function findBouncedMessage(
  { received }: ReadMail,
  ports: Pick<Ports, 'store'>,
): Promise<{ case: Case; messageId: string } | null> {
  const originalId = received.mail.bounce?.originalMessageId;
  if (!originalId) return null;
  for (const { caseId, messageId } of await ports.store.findThreadKeys([originalId])) {
    const isOurs =
      pageIdOfAttempt(messageId) !== null ||
      (await ports.store.getMessage(caseId, messageId))?.kind === 'outbound';
    const found = isOurs ? await ports.store.getCase(caseId) : null;
    if (found) return { case: found, messageId };
  }
  return null;
}
