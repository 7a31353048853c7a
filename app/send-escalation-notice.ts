import type { Contact } from '../core/config/contact.ts';
import type { DeskConfig } from '../core/config/desk-config.ts';
import { DomainError, isDomainError } from '../core/errors.ts';
import { departmentContact } from '../core/escalation/audience.ts';
import type { EscalationNotice } from '../core/escalation/escalation-event.ts';
import type { NoticeChannel } from '../ports/notice-channel.ts';
import type { Ports } from '../ports/ports.ts';
import { escalationNotice } from './escalation-notice.ts';
import type { KeyedNotice } from './plan-escalation.ts';
import { recordUndeliveredNotice } from './record-undelivered-notice.ts';
import { requireCase } from './require-case.ts';
import { requireEscalation } from './require-escalation.ts';

export interface SendEscalationNoticeInput {
  readonly escalationId: string;
  readonly round: number;
  readonly notice: KeyedNotice;
  /** What fails now is not tried again. */
  readonly isLastTry: boolean;
}

type SendPorts = Pick<
  Ports,
  'store' | 'clock' | 'ids' | 'config' | 'channels' | 'signer' | 'publicUrl' | 'log'
>;

/**
 * Tells one person on one channel. A repeat sends under the same key, so that whoever gets it twice can tell.
 * What cannot reach them (contact removed, channel down) is recorded, and no other notice waits for it.
 * @throws DomainError `escalation.missing`, or the channel's `unavailable` error, for the workflow to try again
 */
export async function sendEscalationNotice(
  { escalationId, round, notice, isLastTry }: SendEscalationNoticeInput,
  ports: SendPorts,
): Promise<{ outcome: 'sent' | 'over' | 'not-reached' }> {
  const { sla, escalation } = await requireEscalation(escalationId, ports);
  if (escalation.state !== 'open' || escalation.round !== round) return { outcome: 'over' };
  const { caseId, cause } = escalation;
  const { config } = await ports.config.current();
  const clock =
    cause.kind !== 'promise'
      ? null
      : sla.clocks.clocks.find((state) => state.clock === cause.clock && state.instance === cause.instance);
  try {
    const { channel, address } = wayTo(notice, config, ports.channels);
    const told = escalationNotice(
      {
        escalation,
        case: await requireCase(caseId, ports),
        clock: clock ?? null,
        round,
        notice,
        address,
        config,
      },
      ports,
    );
    const { providerId } = await channel.send(told);
    // A mail that bounces is known by its Message-ID.
    if (notice.channel === 'email' && providerId)
      await ports.store.commit([
        { kind: 'thread-key', rfcMessageId: providerId, caseId, messageId: notice.key },
      ]);
    return { outcome: 'sent' };
  } catch (error) {
    const isForGood = error instanceof DomainError && error.kind !== 'unavailable';
    if (!isForGood && !isLastTry) throw error;
    // A closed console is no fault, where the person is told in another way as well.
    if (isDomainError(error, 'notice.no-console') && !notice.isOnlyOne) return { outcome: 'not-reached' };
    ports.log.warn('an escalation notice did not arrive', { key: notice.key, error });
    const reason = error instanceof DomainError ? error.message : 'the channel failed; see the log';
    await recordUndeliveredNotice({ caseId, escalationId, notice: plain(notice), error: reason }, ports);
    return { outcome: 'not-reached' };
  }
}

function plain({ userId, department, contactId, channel, why }: KeyedNotice): EscalationNotice {
  return { userId, department, contactId, channel, why };
}

/** @throws DomainError `notice.contact-gone` */
function wayTo(
  { userId, department, contactId }: EscalationNotice,
  config: DeskConfig,
  channels: Ports['channels'],
): { channel: NoticeChannel; address: string } {
  const contact: Contact | undefined =
    department === null
      ? config.users.find(({ id }) => id === userId)?.contacts.find((candidate) => candidate.id === contactId)
      : departmentMail(department, config);
  const channel = contact && channels.get(contact.channel);
  if (contact && channel) return { channel, address: 'address' in contact ? contact.address : '' };
  throw new DomainError(
    'missing',
    'notice.contact-gone',
    `${userId ?? department} has no contact ${contactId} on a channel of this desk any more.`,
  );
}

function departmentMail(department: string, { departments }: DeskConfig): Contact | undefined {
  const found = Object.hasOwn(departments, department) ? departments[department] : undefined;
  return found && { id: departmentContact, channel: 'email', address: found.email };
}
