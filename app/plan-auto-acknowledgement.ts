import type { Actor } from '../core/case/actor.ts';
import type { CaseFact } from '../core/case/case-event.ts';
import type { Message } from '../core/case/message.ts';
import { decideAcknowledgement } from '../core/mail/auto-acknowledgement.ts';
import { suppressesAutoResponse } from '../core/mail/machine-mail.ts';
import { signedMessageId } from '../core/mail/threading.ts';
import { toInstant } from '../core/time/instant.ts';
import { deskAddress } from './desk-address.ts';
import type { ReadMail } from './read-mail.ts';
import type { ReceiveMailPorts } from './receive-mails.ts';

type Assessed = Extract<CaseFact, { type: 'triage.assessed.v1' }>;

export interface PlannedAcknowledgement {
  readonly message: Message;
  readonly fact: { readonly actor: Actor; readonly fact: CaseFact };
}

const hourMs = 3600_000;
const author: Actor = { kind: 'system', name: 'auto-acknowledgement' };

/** The first answer to a new case, when one may be sent; null otherwise. */
export async function planAutoAcknowledgement(
  read: ReadMail,
  { caseId, message, assessed }: { caseId: string; message: Message; assessed: Assessed },
  ports: ReceiveMailPorts,
): Promise<PlannedAcknowledgement | null> {
  const { config } = await ports.config.current();
  const settings = config.mail.autoAcknowledgement;
  const from = deskAddress(config, ports);
  const sender = message.from?.address.toLowerCase() ?? '';
  const decision = decideAcknowledgement({
    enabled: settings.enabled,
    automated: read.received.mail.automated,
    suppressed: suppressesAutoResponse(read.received.headers),
    sender,
    ownAddresses: [from.address.toLowerCase()],
    sentInLastHour: 0,
    perAddressPerHour: settings.perAddressPerHour,
    emergency: assessed.data.caseEmergency,
    category: assessed.data.caseCategory,
    crisisCategories: config.crisisCategories,
    hasCrisisText: settings.crisisText.trim() !== '',
  });
  if (!decision.send || sender.endsWith(`@${ports.mailDomain}`)) return null;
  const nowMs = ports.clock.now();
  if (!(await takeSlot(sender, settings.perAddressPerHour, ports))) return null;

  const isCrisis = decision.variant === 'crisis';
  const id = ports.ids.ulid();
  const mac = (purpose: string, text: string) => ports.signer.mac(purpose, text);
  const text = isCrisis ? settings.crisisText : settings.text;
  const subject = isCrisis ? settings.subjects.crisis : settings.subjects.ordinary;
  const at = toInstant(nowMs);
  const answer: Message = {
    caseId,
    id,
    kind: 'outbound',
    at,
    author,
    from,
    to: [{ address: message.from?.address ?? '', name: message.from?.name ?? '' }],
    cc: [],
    subject: `${subject} [${caseId}]`,
    text: text.trim(),
    reply: text.trim(),
    quoted: '',
    bodyKey: null,
    attachments: [],
    // The same words to everybody: not worth a copy beside the message.
    rawKey: null,
    rfcMessageId: signedMessageId({ caseId, messageUlid: id, domain: ports.mailDomain, mac }),
    inReplyTo: message.rfcMessageId,
    references: [...message.references, message.rfcMessageId].filter((ref) => ref !== null).slice(-20),
    verdict: null,
    automated: { kind: 'auto-acknowledgement', reason: decision.why },
    isPrivate: false,
    problems: [],
    delivery: { state: 'queued', at, providerMessageId: null, detail: null },
  };
  const fact: CaseFact = {
    type: 'message.sent.v1',
    data: { messageId: id, to: [sender], automatic: true },
  };
  return { message: answer, fact: { actor: author, fact } };
}

/** Each answer occupies a slot for an hour, so that no 60 minutes see more than there are slots. */
async function takeSlot(
  sender: string,
  slots: number,
  { store, clock }: Pick<ReceiveMailPorts, 'store' | 'clock'>,
): Promise<boolean> {
  for (let slot = 0; slot < slots; slot++)
    if (await store.takeAllowance(`auto-ack#${sender}#${slot}`, 1, clock.now() + hourMs)) return true;
  return false;
}
