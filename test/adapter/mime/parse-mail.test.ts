import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMail } from '../../../adapters/mime/parse-mail.ts';

const crlf = (text: string): Buffer => Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'utf8');
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const sample = (name: string) =>
  parseMail(readFileSync(new URL(`../../../samples/${name}.eml`, import.meta.url)));
const textOf = async (raw: Uint8Array): Promise<string> => (await parseMail(raw)).mail.text;
const part = (boundary: string, header: string, body: string): string =>
  `--${boundary}\n${header}\n\n${body}\n`;

describe('parseMail on ordinary mail', () => {
  it('fills every field', async () => {
    const { mail, html, problems, returnPath, synthesizedMessageId } = await sample('01-buyer-question');
    expect(mail).toMatchObject({
      messageId: '<20240304101245.4711@mail.example.com>',
      inReplyTo: null,
      references: [],
      from: { address: 'priya.nair@example.com', name: 'Priya Nair' },
      to: [{ address: 'help@harborwatch.example', name: '' }],
      cc: [],
      subject: 'Lot 2231: when will it ship?',
      date: '2024-03-04T09:12:45.000Z',
      quoted: '',
      attachments: [],
      automated: null,
      bounce: null,
    });
    expect(mail.reply).toBe(mail.text);
    expect({ html, problems, returnPath }).toEqual({ html: null, problems: [], returnPath: null });
    expect(synthesizedMessageId).toBe(mail.messageId);
  });

  it('keeps inline images and attachments with their bytes and names', async () => {
    const { mail, attachments, html } = await sample('03-inline-image-and-attachment');
    expect(mail.from.name).toBe('Renée Dubois');
    expect(mail.subject).toBe('Damaged in transit – lot 187');
    expect(mail.text).toContain('40 €');
    expect(html).toContain('cid:frame@example.net');
    expect(attachments).toMatchObject([
      {
        name: 'frame.png',
        contentType: 'image/png',
        sniffedType: 'image/png',
        inline: true,
        contentId: 'frame@example.net',
      },
      {
        name: 'reçu lot 187.pdf',
        contentType: 'application/pdf',
        sniffedType: 'application/pdf',
        inline: false,
        contentId: null,
      },
    ]);
    expect(mail.attachments[1]?.sha256).toBe(
      '794abaa4f6f06fc519895c22944a0ab43ad02b4fb32bdefa1952ce81613cb47b',
    );
    expect(Object.keys(mail.attachments[0] ?? {})).toEqual([
      'name',
      'contentType',
      'size',
      'sha256',
      'inline',
    ]);
  });

  it('splits a German reply from its quotation', async () => {
    const { mail } = await sample('07-reply-with-quotes-german');
    expect(mail.reply).toMatch(/^Guten Tag,\n\ndas Paket ist gestern/);
    expect(mail.reply).toMatch(/heute Abend\.$/);
    expect(mail.quoted).toContain('> ist das Paket inzwischen angekommen?');
  });

  it('reads a bounce', async () => {
    const { mail, returnPath } = await sample('09-bounce');
    expect(returnPath).toBe('');
    expect(mail.automated?.kind).toBe('bounce');
    expect(mail.bounce).toEqual({
      recipients: [{ address: 'old.address@example.org', status: '5.1.1', action: 'failed' }],
      originalMessageId: '<desk.0009@harborwatch.example>',
    });
  });

  it.each([
    ['08-out-of-office', 'auto-reply'],
    ['10-feedback-report', 'feedback-report'],
    ['04-person-at-risk-oblique', undefined],
  ])('tells who wrote %s', async (name, kind) => {
    expect((await sample(name)).mail.automated?.kind).toBe(kind);
  });

  it('takes the envelope sender from the caller', async () => {
    const mail = crlf('Return-Path: <a@example.com>\nFrom: a@example.com\nSubject: x\n\nhello');
    expect((await parseMail(mail, { returnPath: '' })).mail.automated?.kind).toBe('auto-reply');
    expect((await parseMail(mail)).returnPath).toBe('a@example.com');
  });

  it('flattens address groups and unfolds names', async () => {
    const raw = crlf(
      'From: "Nair, Priya" <p@example.com>\nTo: Team: a@example.com, B <b@example.com>;, c@example.com\nCc: undisclosed-recipients:;\n\nx',
    );
    const { mail } = await parseMail(raw);
    expect(mail.from).toEqual({ address: 'p@example.com', name: 'Nair, Priya' });
    expect(mail.to.map(({ address }) => address)).toEqual([
      'a@example.com',
      'b@example.com',
      'c@example.com',
    ]);
    expect(mail.cc).toEqual([]);
  });
});

describe('parseMail on charsets', () => {
  const withCharset = (charset: string, bytes: Uint8Array): Buffer =>
    Buffer.concat([
      latin(`From: a@example.com\r\nContent-Type: text/plain; charset=${charset}\r\n\r\n`),
      bytes,
    ]);

  it.each([
    ['windows-1252', Uint8Array.of(0x93, 0xe9, 0x94, 0x80), '“é”€'],
    ['iso-8859-2', Uint8Array.of(0xb1, 0xe6), 'ąć'],
    ['iso-8859-15', Uint8Array.of(0xa4), '€'],
    ['koi8-r', Uint8Array.of(0xf0, 0xcf, 0xcd, 0xcf, 0xc7, 0xc9, 0xd4, 0xc5), 'Помогите'],
    ['shift_jis', Uint8Array.of(0x8f, 0x95, 0x82, 0xaf, 0x82, 0xc4), '助けて'],
    ['gb18030', Uint8Array.of(0xbe, 0xc8, 0xc3, 0xfc), '救命'],
    ['utf-7', latin('Hilfe f+APw-r mich +- bitte'), 'Hilfe für mich + bitte'],
    ['utf-8', latin('caf\xe9 \x93ok\x94'), 'café “ok”'],
    ['"us-ascii"', latin('caf\xe9'), 'café'],
  ])('reads %s', async (charset, bytes, expected) => {
    expect(await textOf(withCharset(charset, bytes))).toBe(expected);
  });

  it('reads bytes that declare no charset', async () => {
    expect(await textOf(latin('From: a@example.com\r\n\r\ncaf\xe9'))).toBe('café');
    expect(await textOf(Buffer.from('From: a@example.com\r\n\r\ncafé'))).toBe('café');
  });

  it('names an unknown charset and reads it all the same', async () => {
    const { mail, problems } = await parseMail(withCharset('klingon', latin('I need help')));
    expect(mail.text).toBe('I need help');
    expect(problems).toEqual(['the charset "klingon" is unknown; its text was read as windows-1252']);
  });

  it('reads raw 8-bit subjects', async () => {
    const { mail, problems } = await parseMail(
      latin('Subject: caf\xe9 kaputt\r\nFrom: a@example.com\r\n\r\nx'),
    );
    expect(mail.subject).toBe('café kaputt');
    expect(problems[0]).toMatch(/not UTF-8/);
  });
});

describe('parseMail on malformed mail', () => {
  const words = 'please somebody answer me';

  it.each([
    ['nothing', '', ''],
    ['line ends only', '\r\n\r\n', ''],
    ['a header without a body', 'Subject: x\n', ''],
    ['no header at all', `${words}\nmore`, `${words}\nmore`],
    ['words directly below the header', `Subject: x\n${words}`, words],
    ['blank lines above the header', `\n\nSubject: x\n\n${words}`, words],
    [
      'an mbox line above the header',
      `From a@example.com Mon Mar  4 10:12:45 2024\nSubject: x\n\n${words}`,
      words,
    ],
    ['NUL bytes', `Subject: a\0b\n\nplease \0somebody\0 answer me`, words],
    ['a boundary that never comes', `Content-Type: multipart/mixed; boundary=never\n\n${words}`, words],
    ['a multipart without a boundary', `Content-Type: multipart/mixed\n\n${words}`, words],
    [
      'a multipart that breaks off',
      `Content-Type: multipart/mixed; boundary=b\n\n${part('b', 'Content-Type: text/plain', words)}`,
      words,
    ],
    [
      'broken base64',
      `Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n${Buffer.from(words).toString('base64')}!!`,
      words,
    ],
    [
      'an unknown transfer encoding',
      `Content-Type: text/plain\nContent-Transfer-Encoding: morse\n\n${words}`,
      words,
    ],
    ['an unknown text type', `Content-Type: text/x-own\n\n${words}`, words],
    [
      'a text attachment only',
      `Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\n${words}`,
      words,
    ],
    [
      'an empty text part beside HTML',
      `Content-Type: multipart/alternative; boundary=b\n\n${part('b', 'Content-Type: text/plain', ' ')}${part('b', 'Content-Type: text/html', `<p>${words}</p>`)}--b--`,
      words,
    ],
    [
      'HTML where all is hidden',
      `Content-Type: text/html\n\n<div style="display:none">${words}</div>`,
      words,
    ],
    ['format=flowed', `Content-Type: text/plain; format=flowed\n\nplease somebody \nanswer me`, words],
  ])('still has the words of %s', async (_, raw, text) => {
    expect(await textOf(crlf(raw))).toBe(text);
  });

  it('shows the text of an attached message where the mail has none, without taking it for new', async () => {
    const inner = `From: bigfish@example.com\nSubject: lot 40\n\nyou will regret it`;
    const raw = `From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n${part('b', 'Content-Type: message/rfc822', inner)}--b--`;
    const { mail, problems, attachments } = await parseMail(crlf(raw));
    expect(mail.text).toContain('you will regret it');
    expect(mail.reply).toBe('');
    expect(problems).toEqual(['the mail has no body of its own; the text of the attached message is shown']);
    expect(attachments.map(({ contentType }) => contentType)).toEqual(['message/rfc822']);
  });

  it.each([
    [
      'TNEF',
      'application/ms-tnef; name=winmail.dat',
      Buffer.from('789f3e2201000000', 'hex'),
      'application/vnd.ms-tnef',
    ],
    ['S/MIME', 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', Buffer.from('3082'), ''],
  ])('keeps %s and says that its words cannot be read', async (_, type, content, sniffedType) => {
    const raw = `From: a@example.com\nContent-Type: ${type}\nContent-Transfer-Encoding: base64\n\n${content.toString('base64')}`;
    const { mail, attachments, problems } = await parseMail(crlf(raw));
    expect(mail.text).toBe('');
    expect(attachments).toMatchObject([{ sniffedType }]);
    expect(problems[0]).toMatch(/no readable text/);
  });

  it('never unpacks an archive', async () => {
    const zip = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      Buffer.alloc(200),
      Buffer.from('word/document.xml'),
    ]);
    const raw = `From: a@example.com\nContent-Type: application/octet-stream; name=bomb.zip\nContent-Transfer-Encoding: base64\n\n${zip.toString('base64')}`;
    expect((await parseMail(crlf(raw))).attachments).toMatchObject([
      { name: 'bomb.zip', sniffedType: 'application/zip' },
    ]);
  });

  it('names a program that is called a picture', async () => {
    const raw = `From: a@example.com\nContent-Type: image/jpeg; name=photo.jpg\nContent-Transfer-Encoding: base64\n\n${Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1').toString('base64')}`;
    expect((await parseMail(crlf(raw))).attachments[0]?.sniffedType).toBe('application/x-msdownload');
  });

  it('reads what a careless client left open', async () => {
    const { mail, problems } = await sample('13-malformed-mime');
    expect(mail.subject).toBe('my seller won’t answer');
    expect(mail.from).toEqual({ address: 'sam.ortiz@example.net', name: 'broken client' });
    expect(mail.date).toBeNull();
    expect(mail.reply).toContain('took my money');
    expect(problems).toEqual([
      'no readable part was found; the raw body is shown',
      'the Date header is no date',
    ]);
  });

  it('makes the same id for the same mail without one, whatever relays add, and another for another', async () => {
    const mail = (received: string, body: string) =>
      crlf(`Received: ${received}\nFrom: a@example.com\nSubject: x\n\n${body}`);
    const ids = await Promise.all(
      [mail('one', 'hi'), mail('two', 'hi'), mail('one', 'ho'), Buffer.from('\0'), Buffer.from('\0\0')].map(
        async (raw) => (await parseMail(raw)).synthesizedMessageId,
      ),
    );
    expect(ids[0]).toMatch(/^<[0-9a-f]{40}@missing-message-id\.invalid>$/);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('parseMail within bounds', () => {
  const head = 'From: a@example.com\r\nSubject: s\r\n';
  const multipart = `${head}Content-Type: multipart/mixed; boundary=x\r\n\r\n`;
  const filled = (start: string, unit: string, size: number, end = ''): Buffer =>
    Buffer.concat([Buffer.from(start), Buffer.alloc(size, unit), Buffer.from(end)]);

  it.each([
    [
      'a header field of 10 MB',
      filled(`${head}X-Long: `, 'a', 10e6, '\r\nContent-Type: text/html\r\n\r\n<p>words</p>'),
      /^the header is 10/,
    ],
    [
      'a header of 10 MB in small fields',
      filled(head, 'X-A: b\r\n', 10e6, 'Content-Type: text/html\r\n\r\n<p>words</p>'),
      /^the header is 10/,
    ],
    [
      'a part header of 5 MB in small fields',
      filled(`${multipart}--x\r\n\r\nwords\r\n--x\r\n`, 'X-A: b\r\n', 5e6),
      /lines of text/,
    ],
    [
      'a part header of 5 MB in long fields',
      filled(`${multipart}--x\r\n\r\nwords\r\n--x\r\n`, `X-A: ${'b'.repeat(9e4)}\r\n`, 5e6),
      /MIME structure could not be read/,
    ],
    ['a million parts', filled(`${multipart}--x\r\n\r\nwords\r\n`, '--x\n\nb\n', 8e6), /part boundaries/],
    ['millions of lines', filled(`${head}\r\nwords`, '\n', 8e6), /lines of text/],
    [
      'a thousand nested parts',
      Buffer.from(
        `${head}Content-Type: multipart/mixed; boundary=x0\r\n\r\n${Array.from({ length: 1000 }, (_, i) => `--x${i}\r\nContent-Type: multipart/mixed; boundary=x${i + 1}\r\n\r\n`).join('')}words`,
      ),
      /nesting depth/,
    ],
  ])('reads the words of %s and names the problem', async (_, raw, problem) => {
    const { mail, problems } = await parseMail(raw);
    expect(mail.from.address).toBe('a@example.com');
    expect(mail.text).toContain('words');
    expect(problems.join('\n')).toMatch(problem);
  });

  it('keeps an attached message that goes beyond all bounds, without reading it', async () => {
    const nested = Array.from(
      { length: 400 },
      (_, i) => `--x${i}\r\nContent-Type: multipart/mixed; boundary=x${i + 1}\r\n\r\n`,
    );
    const inner = `Content-Type: multipart/mixed; boundary=x0\r\n\r\n${nested.join('')}`;
    const base64 = Buffer.from(inner).toString('base64');
    const raw = `${head}Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}`;
    const { attachments, problems } = await parseMail(Buffer.from(raw));
    expect(attachments[0]?.size).toBe(inner.length);
    expect(problems.join()).toMatch(/nesting depth/);
  });

  it('reads wrong bytes beside a header near the bound', async () => {
    const field = `X-A: ${'b'.repeat(90_000)}\r\n`.repeat(35);
    const raw = Buffer.from(`${multipart}--x\r\n\r\ncaf\xe9 words\r\n--x\r\n${field}\r\nb`, 'latin1');
    expect((await parseMail(raw)).mail.text).toContain('words');
  });

  it('keeps 2,000 recipients', async () => {
    const to = Array.from({ length: 2000 }, (_, i) => `user${i}@example.com`).join(',\r\n ');
    expect((await parseMail(Buffer.from(`${head}To: ${to}\r\n\r\nx`))).mail.to).toHaveLength(2000);
  });

  it('keeps a large attachment whole', async () => {
    const content = Buffer.alloc(20_000_000, 'harborwatch');
    const base64 = content.toString('base64').replace(/.{76}/g, '$&\r\n');
    const raw = `${multipart}--x\r\n\r\nwords\r\n--x\r\nContent-Type: video/mp4; name=v.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n--x--`;
    const { mail, attachments } = await parseMail(Buffer.from(raw));
    expect(mail.text).toBe('words');
    expect(attachments[0]?.size).toBe(content.length);
    expect(content.equals(attachments[0]?.content ?? new Uint8Array())).toBe(true);
  });

  it.each([
    ['a bracket', '<'],
    ['an open quotation mark', '<a x="'],
    ['an open tag', '<div style="display:none'],
    ['an open comment', '<!--'],
    ['an open style', '<style>'],
    ['a deep quotation', '<blockquote>a'],
    ['an unknown entity', '&xq1;'],
  ])('reads HTML made of %s in linear time', async (_, unit) => {
    const started = process.cpuUsage();
    await parseMail(filled(`${head}Content-Type: text/html\r\n\r\n`, unit, 1e6));
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(5_000);
  });
});

describe('parseMail on arbitrary bytes', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 50 }),
    fc.constantFrom(
      '',
      'From: a@example.com',
      'Subject: =?utf-8?Q?x',
      'Content-Type: multipart/mixed; boundary=b',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      'Content-Type: text/html; charset=utf-7',
      'Content-Type: text/plain; charset="shift_jis"; format=flowed',
      'Content-Type: message/rfc822',
      'Content-Type: message/delivery-status',
      'Content-Transfer-Encoding: base64',
      'Content-Transfer-Encoding: quoted-printable',
      "Content-Disposition: attachment; filename*0*=utf-8''%ff%",
      '--b',
      '--b--',
      'Final-Recipient: rfc822; a@b',
      '<blockquote><p style="display:none">',
      '&#xfffffff;&#0;',
      '\0\0',
      'UEsDBA==',
    ),
  );

  it('never throws, and always has text, a sender and an id', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc
            .array(line, { maxLength: 30 })
            .map((lines) => new Uint8Array(Buffer.from(lines.join('\r\n'), 'utf8'))),
          fc
            .array(line, { maxLength: 30 })
            .map((lines) => new Uint8Array(Buffer.from(lines.join('\n'), 'latin1'))),
        ),
        async (raw) => {
          const { mail, synthesizedMessageId } = await parseMail(raw);
          expect(typeof mail.text).toBe('string');
          expect(typeof mail.from.address).toBe('string');
          expect(synthesizedMessageId).toMatch(/^<.+>$/);
          expect(`${mail.reply}${mail.quoted}`.replace(/\s/g, '')).toHaveLength(
            mail.text.replace(/\s/g, '').length,
          );
        },
      ),
      { numRuns: 800 },
    );
  });
});

describe('format=flowed', () => {
  const flowed = (body: string): Uint8Array =>
    Buffer.from(`From: a@example.com\r\nContent-Type: text/plain; format=flowed\r\n\r\n${body}`);

  it('ends a paragraph at the edge of a quotation, so that an answer does not vanish in it', async () => {
    const { mail } = await parseMail(
      flowed('On 5 March 2024, Help wrote:\r\n> Did it come? \r\nNo, and he is here.'),
    );
    expect(mail.reply).toBe('No, and he is here.');
    const above = await parseMail(flowed('He is here. \r\n> Did it come?\r\n'));
    expect(above.mail.reply).toBe('He is here.');
  });

  it('joins the lines of a paragraph still', async () => {
    expect((await parseMail(flowed('He is \r\nhere. \r\n> Did it come?\r\n'))).mail.reply).toBe(
      'He is here.',
    );
  });
});

it('shows no markup of an HTML body without words', async () => {
  const raw = Buffer.from('From: a@example.com\r\nContent-Type: text/html\r\n\r\n<html><body></body></html>');
  expect((await parseMail(raw)).mail.text).toBe('');
});

it('reads the id of a returned message whose header is glued to that of its part', async () => {
  const raw = [
    'From: MAILER-DAEMON@mx.example.org',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=B',
    '',
    '--B',
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; old@example.org',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--B',
    'Content-Type: text/rfc822-headers',
    'Received: from mx.example.org',
    'Message-ID: <desk.9@harborwatch.example>',
    '',
    '--B--',
    '',
  ].join('\r\n');
  expect((await parseMail(Buffer.from(raw))).mail.bounce).toEqual({
    recipients: [{ address: 'old@example.org', status: '5.1.1', action: 'failed' }],
    originalMessageId: '<desk.9@harborwatch.example>',
  });
});
