import type { Case, CaseFlag, MailAddress } from '../../../core/case/case.ts';
import type { Category } from '../../../core/case/category.ts';
import type { Message, StoredAttachment } from '../../../core/case/message.ts';
import type { Priority } from '../../../core/case/priority.ts';
import { toInstant } from '../../../core/time/instant.ts';
import type { Signal, SignalField } from '../../../core/triage/verdict.ts';
import type { StoredDesk } from './stored-desk.ts';

export interface Sign {
  readonly rule: string;
  readonly category: Category;
  readonly field: SignalField;
  /** Must stand in that field. */
  readonly words: string;
  readonly level: Priority;
  readonly suppressedBy?: string;
}

export interface InboundMail {
  readonly from: MailAddress;
  readonly subject: string;
  readonly reply: string;
  readonly quoted?: string;
  readonly priority?: Priority;
  readonly category?: Category;
  readonly signs?: readonly Sign[];
  readonly why?: string;
  readonly flags?: readonly CaseFlag[];
  readonly attachments?: readonly StoredAttachment[];
  readonly isPrivate?: boolean;
  readonly automated?: { readonly kind: string; readonly reason: string };
  readonly bodyKey?: string;
  readonly problems?: readonly string[];
}

/** A mail comes in: a new case, or one more message on a case that is there. */
export function writeIn(desk: StoredDesk, caseId: string, atMs: number, mail: InboundMail): Case {
  const id = desk.nextMessageId();
  const { from, subject, reply, quoted = '', priority = 'normal', category = 'other' } = mail;
  const customer = { kind: 'customer', address: from.address } as const;
  const triage = { kind: 'system', name: 'triage' } as const;
  const current = desk.cases.get(caseId);
  const why = mail.why ?? 'No rule saw a sign of risk.';
  const text = quoted ? `${reply}\n\n${quoted}` : reply;
  const signals = (mail.signs ?? []).map((sign) => locate(sign, { subject, text: reply, quoted }));
  desk.addMessage({
    caseId,
    id,
    kind: 'inbound',
    at: toInstant(atMs),
    author: customer,
    from,
    to: [{ address: 'help@desk.test', name: 'Support' }],
    cc: [],
    subject,
    text,
    reply,
    quoted,
    bodyKey: mail.bodyKey ?? null,
    attachments: mail.attachments ?? [],
    rawKey: `raw/${id}`,
    rfcMessageId: `<${id}@mail.test>`,
    inReplyTo: null,
    references: [],
    verdict: { priority, category, emergency: priority === 'emergency', signals, why },
    automated: mail.automated ?? null,
    isPrivate: mail.isPrivate ?? false,
    problems: mail.problems ?? [],
    delivery: null,
  } satisfies Message);
  const created = {
    actor: customer,
    fact: {
      type: 'case.created.v1',
      data: {
        subject,
        requester: from,
        participants: [from.address.toLowerCase()],
        channel: 'email',
        linkedCaseIds: [],
        linkedWhy: null,
      },
    },
  } as const;
  return desk.record(caseId, atMs, [
    ...(current ? [] : [created]),
    {
      actor: customer,
      fact: {
        type: 'message.received.v1',
        data: {
          messageId: id,
          from,
          automated: mail.automated?.kind ?? null,
          isPrivate: mail.isPrivate ?? false,
          flags: mail.flags ?? [],
          why: current ? 'Threaded by the signed reply address' : 'No earlier message matches: a new case',
        },
      },
    },
    {
      actor: triage,
      fact: {
        type: 'triage.assessed.v1',
        data: {
          messageId: id,
          priority,
          category,
          emergency: priority === 'emergency',
          rules: signals.map(({ rule }) => rule),
          why,
          casePriority: priority,
          caseCategory: category,
          caseEmergency: priority === 'emergency',
          failed: false,
        },
      },
    },
  ]);
}

function locate(sign: Sign, fields: Record<SignalField, string>): Signal {
  const start = fields[sign.field].indexOf(sign.words);
  if (start < 0) throw new Error(`fixture: "${sign.words}" does not stand in the ${sign.field}`);
  const { rule, category, field, words, level, suppressedBy } = sign;
  const signal = {
    rule,
    category,
    field,
    span: [start, start + words.length],
    text: words,
    level,
    weight: 0,
  } as const;
  return suppressedBy === undefined ? signal : { ...signal, suppressedBy };
}
