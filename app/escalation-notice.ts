import { zoneOf } from '../core/calendar/zone.ts';
import type { Case } from '../core/case/case.ts';
import type { DeskConfig } from '../core/config/desk-config.ts';
import type { Escalation } from '../core/escalation/escalation.ts';
import type { ClockState } from '../core/sla/clock-state.ts';
import { momentOf } from '../core/sla/time-words.ts';
import { type Instant, toEpochMs } from '../core/time/instant.ts';
import type { Notice } from '../ports/notice-channel.ts';
import type { Ports } from '../ports/ports.ts';
import { ackLinkToken } from './ack-link.ts';
import type { KeyedNotice } from './plan-escalation.ts';

/** A ladder may wait over a long week-end before somebody reads what it sent. */
const ackLinkLifeMs = 7 * 24 * 3600_000;

export interface EscalationNoticeInput {
  readonly escalation: Escalation;
  readonly case: Pick<Case, 'id' | 'priority' | 'category'>;
  /** The promise that it is about; null where it is about none. */
  readonly clock: ClockState | null;
  readonly round: number;
  readonly notice: KeyedNotice;
  readonly address: string;
  readonly config: DeskConfig;
}

/** What one person is told: which promise of which case, by when, why them, and two links. Nobody's words or name. */
export function escalationNotice(
  input: EscalationNoticeInput,
  ports: Pick<Ports, 'signer' | 'publicUrl'>,
): Notice {
  const { escalation, notice, clock, round } = input;
  const { userId } = notice;
  const base = {
    about: 'escalation' as const,
    key: notice.key,
    code: escalation.id,
    caseId: escalation.caseId,
    userId,
    contactId: notice.contactId,
    address: input.address,
    at: notice.at,
  };
  if (userId === null) return { ...base, ...departmentText(input), facts: {}, ackUrl: null, caseUrl: null };
  const expiresAt = toEpochMs(notice.at) + ackLinkLifeMs;
  const token = ackLinkToken({ id: escalation.id, userId, expiresAt }, ports.signer);
  const ackUrl = `${ports.publicUrl}/ack/${token}`;
  const caseUrl = `${ports.publicUrl}/cases/${escalation.caseId}`;
  const { subject, lead, rest } = words(input);
  const text = [
    lead,
    `${input.case.priority}, ${input.case.category}. You are told because: ${notice.why}.`,
    '',
    `Acknowledge: ${ackUrl}`,
    `Case: ${caseUrl}`,
    '',
    rest,
  ].join('\n');
  const facts = {
    category: input.case.category,
    priority: input.case.priority,
    round,
    cause: escalation.cause.kind,
    clock: clock?.clock ?? null,
    dueAt: clock?.breachedAt ?? clock?.dueAt ?? null,
    state: clock === null ? null : clock.breachedAt === null ? 'due' : 'late',
  };
  return { ...base, title: `${escalation.id}: ${subject}`, text, facts, ackUrl, caseUrl };
}

function words({ escalation, clock, config }: EscalationNoticeInput): {
  readonly subject: string;
  readonly lead: string;
  readonly rest: string;
} {
  const { cause, caseId } = escalation;
  const climbs = 'Until somebody acknowledges, the next level is told.';
  if (cause.kind === 'manual')
    return {
      subject: 'a colleague escalated a case',
      lead: `${cause.by} escalated case ${caseId}; the reason is on the case.`,
      rest: climbs,
    };
  const zone = config.desk.timezone;
  if (cause.kind === 'handover') {
    const ended = moment(cause.shiftEndedAt, zone);
    return {
      subject: 'a crisis case waits for its handover',
      lead: `The shift of ${cause.from} ended ${ended} and nobody has taken over case ${caseId}.`,
      rest: climbs,
    };
  }
  if (clock?.breachedAt != null) {
    const due = moment(clock.breachedAt, zone);
    return {
      subject: `${cause.clock} is late, it was due ${due}`,
      lead: `${cause.clock} of case ${caseId} was due ${due} and nobody has kept it.`,
      rest: climbs,
    };
  }
  const due = clock?.dueAt == null ? 'later: it is paused' : moment(clock.dueAt, zone);
  return {
    subject: `${cause.clock} is due ${due}`,
    lead: `${cause.clock} of case ${caseId} is due ${due}.`,
    rest: 'Acknowledge to say that you see to it: no other reminder comes. If it is not kept in time, the ladder begins.',
  };
}

/** Another department has no console: it gets what it needs to ask back, and no link. */
function departmentText({ escalation, config }: EscalationNoticeInput): Pick<Notice, 'title' | 'text'> {
  const { cause, id, caseId } = escalation;
  const reason = cause.kind === 'manual' ? cause.reason : '';
  return {
    title: `${id}: ${config.desk.name} asks for your attention`,
    text: [
      `${config.desk.name} has escalated case ${caseId} to you.`,
      '',
      `Reason: ${reason}`,
      '',
      `Please get in touch with the desk and quote ${id}.`,
    ].join('\n'),
  };
}

function moment(at: Instant, timezone: string): string {
  const zone = zoneOf(timezone);
  return `${momentOf(toEpochMs(at), zone)} (${zone.id})`;
}
