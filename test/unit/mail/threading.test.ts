import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedMail } from '../../../core/mail/parsed-mail.ts';
import {
  decideThread,
  type Mac,
  pageReplyAddress,
  parsePageReplyAddress,
  parseReplyAddress,
  replyAddress,
  signedMessageId,
  subjectToken,
  type ThreadCase,
  type ThreadMatch,
  threadingSignals,
  verifyMessageId,
} from '../../../core/mail/threading.ts';

const macWith =
  (key: string): Mac =>
  (purpose, text) =>
    createHmac('sha256', key).update(`${purpose}\n${text}`).digest('hex').slice(0, 26);
const mac = macWith('the key of the desk');
const strangers = macWith('another key');
const domain = 'harborwatch.example';
const caseId = 'HW-7K3M9QZ2';
const messageUlid = '01HRV3Q2W8X7Y6Z5A4B3C2D1E0';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.split('');
const caseIds = fc
  .array(fc.constantFrom(...crockford), { minLength: 8, maxLength: 8 })
  .map((characters) => `HW-${characters.join('')}`);
const userIds = fc.stringMatching(/^[a-z0-9]{1,10}(-[a-z0-9]{1,6})?$/);

const mailWith = (
  parts: Partial<ParsedMail>,
): Pick<ParsedMail, 'inReplyTo' | 'references' | 'subject' | 'to' | 'cc'> => ({
  inReplyTo: null,
  references: [],
  subject: '',
  to: [],
  cc: [],
  ...parts,
});

describe('signed addresses and message ids', () => {
  it('read back what was written, in any letter case', () => {
    fc.assert(
      fc.property(caseIds, userIds, fc.integer({ min: 1, max: 99 }), (id, userId, n) => {
        const address = replyAddress(id, domain, mac);
        expect(parseReplyAddress(address, mac)).toBe(id);
        expect(parseReplyAddress(address.toUpperCase(), mac)).toBe(id);
        const page = pageReplyAddress(`${id}-P${n}`, userId, domain, mac);
        expect(parsePageReplyAddress(page, mac)).toEqual({ pageId: `${id}-P${n}`, userId });
        expect(parsePageReplyAddress(page.toUpperCase(), mac)).toEqual({ pageId: `${id}-P${n}`, userId });
        const messageId = signedMessageId({ caseId: id, messageUlid, domain, mac });
        expect(verifyMessageId(messageId, mac)).toEqual({ caseId: id });
        expect(verifyMessageId(messageId.toLowerCase(), mac)).toEqual({ caseId: id });
      }),
    );
  });

  it('never verify with another key, another case, a cut or an empty mac', () => {
    fc.assert(
      fc.property(caseIds, caseIds, fc.integer({ min: 1, max: 30 }), (id, other, cut) => {
        fc.pre(id !== other);
        expect(parseReplyAddress(replyAddress(id, domain, strangers), mac)).toBeNull();
        expect(
          verifyMessageId(signedMessageId({ caseId: id, messageUlid, domain, mac: strangers }), mac),
        ).toBeNull();
        expect(parsePageReplyAddress(pageReplyAddress(`${id}-P1`, 'ada', domain, strangers), mac)).toBeNull();
        const address = replyAddress(id, domain, mac);
        expect(parseReplyAddress(address.replace(id.toLowerCase(), other.toLowerCase()), mac)).toBeNull();
        const [local = '', host = ''] = address.split('@');
        expect(parseReplyAddress(`${local.slice(0, -cut)}@${host}`, mac)).toBeNull();
      }),
    );
    const empty: Mac = () => '';
    expect(parseReplyAddress(`case+${caseId}.x@${domain}`, empty)).toBeNull();
  });

  it('never verify what somebody made up', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress()), (text) => {
        expect(parseReplyAddress(text, mac)).toBeNull();
        expect(verifyMessageId(text, mac)).toBeNull();
        expect(verifyMessageId(`<${text}>`, mac)).toBeNull();
        expect(parsePageReplyAddress(text, mac)).toBeNull();
      }),
    );
  });

  it('are good for one purpose only', () => {
    const code = (address: string): string => /\.([0-9a-z]+)@/.exec(address)?.[1] ?? '';
    const forCase = code(replyAddress(caseId, domain, mac));
    const forPage = code(pageReplyAddress(`${caseId}-P1`, 'ada', domain, mac));
    expect(parsePageReplyAddress(`page+${caseId}-P1.ada.${forCase}@${domain}`, mac)).toBeNull();
    expect(parseReplyAddress(`case+${caseId}.${forPage}@${domain}`, mac)).toBeNull();
    expect(parsePageReplyAddress(`page+${caseId}-P1.eve.${forPage}@${domain}`, mac)).toBeNull();
  });

  it('keep the local part within 64 octets', () => {
    expect(replyAddress(caseId, domain, mac).split('@')[0]?.length).toBeLessThanOrEqual(64);
    expect(
      pageReplyAddress(`${caseId}-P12`, 'a-user-with-a-long-id', domain, mac).split('@')[0]?.length,
    ).toBeLessThanOrEqual(64);
  });

  it.each([
    ['Re: Lot 9 [HW-7K3M9QZ2]', caseId],
    ['AW: [hw-7k3m9qz2] Los', caseId],
    ['HW-7K3M9QZ2 without brackets', null],
    ['[HW-7K3M9QZ] too short', null],
    ['[HW-7K3M9QZU] holds a letter that is none of Crockford', null],
    ['', null],
  ])('finds the token of the subject %j', (subject, expected) => {
    expect(subjectToken(subject)).toBe(expected);
  });
});

describe('threadingSignals', () => {
  it('orders reply address, signed id, stored ids and subject', () => {
    const signed = signedMessageId({ caseId, messageUlid, domain, mac });
    const mail = mailWith({
      inReplyTo: '<near@example.com>',
      references: ['<far@example.com>', signed, '<near@example.com>'],
      subject: 'Re: x [HW-7K3M9QZ2]',
    });
    expect(threadingSignals(mail, [replyAddress('HW-00000000', domain, mac).toUpperCase()], mac)).toEqual([
      { kind: 'reply-address', proof: 'token', caseId: 'HW-00000000' },
      { kind: 'signed-message-id', proof: 'token', caseId },
      {
        kind: 'stored-message-id',
        proof: 'header',
        messageIds: ['<near@example.com>', signed, '<far@example.com>'],
      },
      { kind: 'subject-token', proof: 'subject', caseId },
    ]);
  });

  it('finds the reply address in To and Cc where the envelope was rewritten', () => {
    const to = [{ address: replyAddress(caseId, domain, mac), name: '' }];
    expect(threadingSignals(mailWith({ to }), ['inbound@relay.example.com'], mac)[0]?.kind).toBe(
      'reply-address',
    );
    expect(threadingSignals(mailWith({ cc: to }), [], mac)[0]?.kind).toBe('reply-address');
  });

  it('never counts an empty id', () => {
    const blank = fc.stringMatching(/^[<>\s]{0,6}$/);
    fc.assert(
      fc.property(fc.option(blank), fc.array(blank, { maxLength: 5 }), (inReplyTo, references) => {
        expect(threadingSignals(mailWith({ inReplyTo, references }), ['', ' '], mac)).toEqual([]);
      }),
    );
  });

  it('gives a forged id no more than a header to look up', () => {
    const forged = signedMessageId({ caseId, messageUlid, domain, mac: strangers });
    expect(
      threadingSignals(mailWith({ inReplyTo: forged }), [replyAddress(caseId, domain, strangers)], mac),
    ).toEqual([{ kind: 'stored-message-id', proof: 'header', messageIds: [forged] }]);
  });
});

describe('decideThread', () => {
  const token: ThreadMatch = { kind: 'reply-address', proof: 'token', caseId };
  const header: ThreadMatch = { kind: 'stored-message-id', proof: 'header', caseId };
  const subject: ThreadMatch = { kind: 'subject-token', proof: 'subject', caseId };
  const open: ThreadCase = { status: 'open', participants: ['ada@example.com'] };
  const closed: ThreadCase = { ...open, status: 'closed' };

  it.each([
    ['no match', [], 'ada@example.com', open, 'new-case'],
    ['a participant with a token', [token], 'ada@example.com', open, 'append'],
    ['a participant in other letter case', [header], ' Ada@Example.COM', open, 'append'],
    ['a participant by subject', [subject], 'ada@example.com', open, 'append'],
    ['a participant of a solved case', [token], 'ada@example.com', { ...open, status: 'solved' }, 'append'],
    ['a participant of a closed case', [header], 'ada@example.com', closed, 'follow-up'],
    ['a stranger with a token', [token], 'eve@example.com', open, 'append-private-flagged'],
    ['a stranger with a token of a closed case', [token], 'eve@example.com', closed, 'new-linked-case'],
    ['a stranger by header', [header], 'eve@example.com', open, 'new-linked-case'],
    ['a stranger by subject', [subject], 'eve@example.com', open, 'new-linked-case'],
    [
      'a mail without a sender',
      [header],
      '',
      { ...open, participants: ['', 'ada@example.com'] },
      'new-linked-case',
    ],
  ] as const)('%s: %#', (_, matches, sender, found, kind) => {
    const decision = decideThread({ matches, sender, cases: new Map([[caseId, found]]) });
    expect(decision.kind).toBe(kind);
    expect(decision.why).not.toBe('');
    if (decision.kind !== 'new-case') expect(decision.caseId).toBe(caseId);
  });

  it('goes by the strongest signal whose case exists', () => {
    const gone: ThreadMatch = { kind: 'reply-address', proof: 'token', caseId: 'HW-00000000' };
    const cases = new Map([[caseId, open]]);
    expect(
      decideThread({ matches: [gone, header, subject], sender: 'ada@example.com', cases }),
    ).toMatchObject({
      kind: 'append',
      caseId,
    });
    expect(decideThread({ matches: [gone], sender: 'ada@example.com', cases }).kind).toBe('new-case');
  });

  it('never lets a stranger onto a case without a token', () => {
    fc.assert(
      fc.property(
        fc.subarray([header, subject], { minLength: 1 }),
        fc.emailAddress(),
        fc.constantFrom('new', 'open', 'pending', 'on-hold', 'solved', 'closed'),
        (matches, sender, status) => {
          const cases = new Map([[caseId, { status, participants: ['ada@example.com'] } as ThreadCase]]);
          expect(decideThread({ matches, sender, cases }).kind).toBe('new-linked-case');
        },
      ),
    );
  });
});
