import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeMail, type MailToCompose } from '../../../adapters/mime/compose-mail.ts';
import { parseMail } from '../../../adapters/mime/parse-mail.ts';

const mail: MailToCompose = {
  from: { address: 'help@harborwatch.example', name: 'Harborwatch, Help' },
  to: [{ address: 'zoe@example.com', name: 'Zoë “Z” Müller' }],
  replyTo: 'case+hw-7k3m9qz2.abcdefghijabcdefghij@harborwatch.example',
  subject: 'Re: Lot 9 – Größe [HW-7K3M9QZ2]',
  text: 'Hello Zoë,\n\n.a line that starts with a dot\nFrom the desk\n',
  html: '<p>Hello Zoë</p>',
  messageId: '<hw-7k3m9qz2.01hrv3q2w8x7y6z5a4b3c2d1e0.abcdefghij@harborwatch.example>',
  inReplyTo: '<a@example.com>',
  references: Array.from({ length: 40 }, (_, i) => `<reference-number-${i}@example.com>`),
  date: Date.UTC(2024, 2, 4, 9, 12, 45),
};

describe('composeMail', () => {
  it('writes a mail that reads back as it was meant', async () => {
    const { mail: read, html, headers } = await parseMail(await composeMail(mail));
    expect(read).toMatchObject({
      messageId: mail.messageId,
      inReplyTo: '<a@example.com>',
      references: mail.references,
      from: mail.from,
      to: mail.to,
      subject: mail.subject,
      date: '2024-03-04T09:12:45.000Z',
      text: mail.text.trim(),
      attachments: [],
      automated: null,
    });
    expect(html?.trim()).toBe(mail.html);
    expect(headers.find(({ name }) => name === 'Reply-To')?.value).toBe(mail.replyTo);
  });

  it('keeps RFC 5322: CRLF only, no line over 998 octets, headers in ASCII', async () => {
    const raw = Buffer.from(await composeMail(mail)).toString('latin1');
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThan(100);
    // oxlint-disable-next-line no-control-regex -- ASCII is the point
    expect(raw.split('\r\n\r\n')[0]).toMatch(/^[\x00-\x7f]*$/);
    expect(raw).toContain('\r\nDate: Mon, 04 Mar 2024 09:12:45 +0000\r\n');
  });

  it('gives the same bytes for the same mail', async () => {
    expect(Buffer.from(await composeMail(mail)).equals(Buffer.from(await composeMail(mail)))).toBe(true);
  });

  it('marks automatic mail and carries attachments, copies and extra headers', async () => {
    const content = Uint8Array.of(0, 255, 10, 13);
    const raw = await composeMail({
      ...mail,
      cc: [{ address: 'lead@example.com', name: '' }],
      autoSubmitted: 'auto-replied',
      headers: { 'X-Priority': '1 (Highest)' },
      attachments: [{ name: 'Größe.bin', contentType: 'application/octet-stream', content }],
    });
    const { mail: read, attachments, headers } = await parseMail(raw);
    expect(read.automated).toEqual({ kind: 'auto-reply', reason: 'Auto-Submitted: auto-replied' });
    expect(read.cc).toEqual([{ address: 'lead@example.com', name: '' }]);
    expect(attachments).toMatchObject([{ name: 'Größe.bin' }]);
    expect(Buffer.from(attachments[0]?.content ?? []).equals(Buffer.from(content))).toBe(true);
    expect(headers).toContainEqual({ name: 'X-Priority', value: '1 (Highest)' });
  });

  it.each<[string, Partial<MailToCompose>]>([
    ['subject', { subject: 'a\r\nBcc: b@example.com' }],
    ['from.name', { from: { address: 'help@harborwatch.example', name: 'a\nb' } }],
    ['from.address', { from: { address: 'help@harborwatch.example>\r\nX: y', name: '' } }],
    ['to[0].address', { to: [{ address: 'a@b, c@d', name: '' }] }],
    ['to[0].address', { to: [{ address: '', name: '' }] }],
    ['to[0].name', { to: [{ address: 'a@b', name: 'x\0' }] }],
    ['cc[0].name', { cc: [{ address: 'a@b', name: 'x\r' }] }],
    ['replyTo.address', { replyTo: 'a@b\nX: y' }],
    ['messageId', { messageId: '<a@b>\r\nX: y' }],
    ['messageId', { messageId: '' }],
    ['inReplyTo', { inReplyTo: 'a@b' }],
    ['references[0]', { references: ['<a@b>\n'] }],
    ['date', { date: Number.NaN }],
    ['headers', { headers: { 'X-A: b\r\nX-B': 'c' } }],
    ['headers.X-A', { headers: { 'X-A': 'b\r\nX-B: c' } }],
    ['headers.Bcc', { headers: { Bcc: 'b@example.com' } }],
    [
      'attachments[0].name',
      { attachments: [{ name: 'a\r\nb', contentType: 'a/b', content: new Uint8Array() }] },
    ],
    [
      'attachments[0].contentType',
      { attachments: [{ name: 'a', contentType: 'a/b\r\nX: y', content: new Uint8Array() }] },
    ],
  ])('refuses a bad %s', async (field, change) => {
    await expect(composeMail({ ...mail, ...change })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'mail.header',
      details: [{ field }],
    });
  });

  it('lets no subject or name add a header', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), async (subject, name) => {
        const made = await composeMail({ ...mail, subject, from: { ...mail.from, name } }).catch(() => null);
        if (made === null) return;
        const { headers } = await parseMail(made);
        expect(headers.map((header) => header.name).toSorted()).toEqual(
          [
            'Content-Type',
            'Date',
            'From',
            'In-Reply-To',
            'MIME-Version',
            'Message-ID',
            'References',
            'Reply-To',
            'Subject',
            'To',
          ].filter((header) => header !== 'Subject' || headers.some((found) => found.name === 'Subject')),
        );
      }),
    );
  });
});
