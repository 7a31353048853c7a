import { describe, expect, it } from 'vitest';
import {
  classifyMachineMail,
  type MachineMailEvidence,
  suppressesAutoResponse,
} from '../../../core/mail/machine-mail.ts';

const person: MachineMailEvidence = {
  headers: [],
  returnPath: 'ada@example.com',
  contentType: 'text/plain',
  partTypes: [],
  from: { address: 'ada@example.com', name: 'Ada' },
  subject: 'Lot 9',
  text: 'Where is my parcel?',
};
const withHeader = (
  name: string,
  value: string,
  more: Partial<MachineMailEvidence> = {},
): MachineMailEvidence => ({
  ...person,
  headers: [{ name, value }],
  ...more,
});

describe('classifyMachineMail', () => {
  it.each([
    ['an ordinary mail', person],
    ['Auto-Submitted: no', withHeader('Auto-Submitted', 'no')],
    ['Auto-Submitted: No with a comment', withHeader('Auto-Submitted', 'No (a person)')],
    ['X-Auto-Response-Suppress alone', withHeader('X-Auto-Response-Suppress', 'All')],
    ['an away subject alone', { ...person, subject: 'Out of office: what I told the seller' }],
    ['Precedence: normal', withHeader('Precedence', 'normal')],
    [
      'a person whose mailbox is called mail, writing of a parcel that was not delivered',
      {
        ...person,
        from: { address: 'mail@anna-becker.example', name: 'Anna Becker' },
        subject: 'Delivery failed',
        text: 'The courier was unable to deliver it and I cannot go on.',
      },
    ],
    [
      'a person who writes from mailer@ of a shop',
      { ...person, from: { address: 'mailer@shop.example', name: '' }, text: 'You could not deliver it.' },
    ],
    ['a postmaster who writes himself', { ...person, from: { address: 'postmaster@example.com', name: '' } }],
    [
      'a person who forwards a bounce',
      {
        ...person,
        contentType: 'multipart/mixed; boundary=x',
        partTypes: ['message/delivery-status', 'message/rfc822'],
        subject: 'Fwd: Undelivered Mail Returned to Sender',
        text: 'Why did this come back? This is the mail system at host mx.example.org.',
      },
    ],
  ] as const)('leaves %s to a person', (_, mail) => {
    expect(classifyMachineMail(mail)).toBeNull();
  });

  it.each([
    [
      'auto-reply',
      'Auto-Submitted: auto-replied',
      withHeader('Auto-Submitted', 'auto-replied; owner-email="a@b"'),
    ],
    ['auto-reply', 'Auto-Submitted: auto-generated', withHeader('auto-submitted', 'Auto-Generated')],
    ['auto-reply', 'x-autoreply header', withHeader('X-Autoreply', 'yes')],
    ['auto-reply', 'x-autorespond header', withHeader('X-Autorespond', 'Re: Lot 9')],
    ['auto-reply', 'Precedence: auto_reply', withHeader('Precedence', 'auto_reply')],
    ['auto-reply', 'Delivered-To: Autoresponder', withHeader('Delivered-To', 'Autoresponder')],
    ['auto-reply', 'null return path (RFC 3834)', { ...person, returnPath: '' }],
    ['list', 'list-id header', withHeader('List-Id', '<collectors.example.com>')],
    ['list', 'list-unsubscribe header', withHeader('List-Unsubscribe', '<https://example.com/u>')],
    ['list', 'Precedence: bulk', withHeader('Precedence', 'bulk')],
    ['list', 'Precedence: junk', withHeader('Precedence', 'Junk')],
    [
      'bounce',
      'multipart/report with a delivery status (RFC 3464)',
      { ...person, contentType: 'multipart/report; report-type="delivery-status"; boundary=x' },
    ],
    [
      'bounce',
      'multipart/report with a delivery status (RFC 3464)',
      { ...person, contentType: 'multipart/report; boundary=x', partTypes: ['message/delivery-status'] },
    ],
    [
      'feedback-report',
      'multipart/report with a feedback report (RFC 5965)',
      { ...person, contentType: 'multipart/report; report-type=feedback-report; boundary=x' },
    ],
    [
      'auto-reply',
      'multipart/report; report-type=disposition-notification',
      { ...person, contentType: 'multipart/report; report-type=disposition-notification; boundary=x' },
    ],
    ['bounce', 'X-Failed-Recipients header', withHeader('X-Failed-Recipients', 'old@example.org')],
    [
      'bounce',
      'non-delivery wording from a mailer daemon',
      {
        ...person,
        from: { address: 'MAILER-DAEMON@mx.example.org', name: '' },
        subject: 'failure notice',
        text: 'Hi. This is the qmail-send program at mx.example.org.',
      },
    ],
    [
      'bounce',
      'non-delivery wording from the null return path',
      { ...person, returnPath: '', subject: 'Undeliverable: Lot 9' },
    ],
    [
      'auto-reply',
      'sent by a mailer daemon',
      { ...person, from: { address: 'mailer-daemon@example.org', name: '' } },
    ],
  ] as const)('tells %s by %s', (kind, reason, mail) => {
    expect(classifyMachineMail(mail)).toEqual({ kind, reason });
  });

  it.each([
    'Automatic reply: Lot 9',
    'Out of Office Re: Lot 9',
    'Abwesenheitsnotiz: Los 9',
    'Automatische Antwort: Los 9',
    'Réponse automatique : lot 9',
    'Respuesta automática: lote 9',
    'Resposta automática: lote 9',
    'Risposta automatica: lotto 9',
    'Automatisch antwoord: kavel 9',
    'Autosvar: lott 9',
    'Automaattinen vastaus: kohde 9',
    'Automatická odpověď: položka 9',
    'Автоответ: лот 9',
    '自動返信: 出品 9',
    '자동 응답: 9',
  ])('takes %j with support for an automatic answer', (subject) => {
    expect(classifyMachineMail(withHeader('X-Auto-Response-Suppress', 'All', { subject }))?.kind).toBe(
      'auto-reply',
    );
    expect(classifyMachineMail({ ...person, subject })).toBeNull();
  });
});

describe('suppressesAutoResponse', () => {
  it.each([
    ['All', true],
    ['DR, OOF, AutoReply', true],
    ['DR, RN', false],
    ['None', false],
  ])('reads %j', (value, expected) => {
    expect(suppressesAutoResponse([{ name: 'X-Auto-Response-Suppress', value }])).toBe(expected);
  });

  it('is false without the header', () => {
    expect(suppressesAutoResponse([])).toBe(false);
  });
});

describe('bounces in words', () => {
  const daemon = { ...person, from: { address: 'MAILER-DAEMON@mx.example.org', name: '' } };

  it.each([
    ['a processing error', { ...daemon, subject: 'Processing Error' }],
    ['a delay', { ...daemon, subject: 'Warning: message 14jR delayed 24 hours' }],
    ['Russian', { ...daemon, subject: 'Ваше сообщение не доставлено.' }],
    ['a copy of the message', { ...daemon, subject: '退信', partTypes: ['message/rfc822'] }],
    [
      'a name without an address',
      { ...person, from: { address: '', name: 'MAILER-DAEMON' }, subject: 'Mail delivery failed' },
    ],
    [
      'a return path of the daemon',
      { ...person, returnPath: 'MAILER-DAEMON@mx.example.org', subject: 'Returned mail' },
    ],
    [
      'a report that names no type',
      { ...daemon, contentType: 'multipart/report; boundary=x', subject: 'Delivery status notification' },
    ],
  ] satisfies [string, MachineMailEvidence][])('knows %s', (_, mail) => {
    expect(classifyMachineMail(mail)?.kind).toBe('bounce');
  });

  it('takes a mail without a sender for a bounce only where subject and words both say so', () => {
    const nobody = { ...person, returnPath: null, from: { address: '', name: '' } };
    expect(classifyMachineMail({ ...nobody, subject: 'My parcel: delivery failed' })).toBeNull();
    const text = 'It could not be delivered: user unknown';
    expect(classifyMachineMail({ ...nobody, subject: 'Undeliverable: lot 9', text })?.kind).toBe('bounce');
  });

  it('knows a junk report without the standard form', () => {
    const mail = {
      ...person,
      subject: 'complaint about message from 192.0.2.7',
      partTypes: ['message/rfc822'],
    };
    expect(classifyMachineMail(mail)?.kind).toBe('feedback-report');
    expect(classifyMachineMail({ ...mail, partTypes: [] })).toBeNull();
  });
});
