import { describe, expect, it } from 'vitest';
import { type AttachmentPolicy, inspectAttachment } from '../../../core/mail/attachment-policy.ts';
import {
  type AcknowledgementEvidence,
  decideAcknowledgement,
} from '../../../core/mail/auto-acknowledgement.ts';
import { dedupeKey } from '../../../core/mail/dedupe-key.ts';
import { textToHtml } from '../../../core/mail/html-body.ts';

describe('inspectAttachment', () => {
  const policy: AttachmentPolicy = {
    maxBytes: 1000,
    blockedTypes: ['application/x-msdownload', 'text/html'],
    blockedExtensions: ['exe', 'js', 'com'],
  };
  const photo = { name: 'photo.jpg', contentType: 'image/jpeg', sniffedType: 'image/jpeg', size: 1000 };

  it.each([
    ['a photo of the largest size', photo, null],
    ['a part without a name', { ...photo, name: null }, null],
    ['a name without an extension', { ...photo, name: 'exe' }, null],
    [
      'an address in the name of a PDF',
      { ...photo, name: 'shop.com.pdf', sniffedType: 'application/pdf' },
      null,
    ],
    ['a file one byte too large', { ...photo, size: 1001 }, 'it has 1001 bytes; at most 1000 are allowed'],
    [
      'a program named as a photo',
      { ...photo, sniffedType: 'application/x-msdownload' },
      'its content is application/x-msdownload',
    ],
    [
      'a page by its declared type',
      { ...photo, name: 'a', sniffedType: '', contentType: 'Text/HTML' },
      'it is declared as text/html',
    ],
    ['a program by its name', { ...photo, name: 'Setup.EXE' }, 'its name ends in .exe'],
    ['a name with trailing dots and blanks', { ...photo, name: 'setup.exe. . ' }, 'its name ends in .exe'],
    ['a name turned around', { ...photo, name: 'photo\u202egpj.exe' }, 'its name ends in .exe'],
    ['a double extension', { ...photo, name: 'invoice.pdf.exe' }, 'its name ends in .exe'],
    [
      'a hidden extension',
      { ...photo, name: 'invoice.js.txt', sniffedType: '' },
      'its name hides .js before .txt',
    ],
  ])('judges %s', (_, attachment, reason) => {
    expect(inspectAttachment(attachment, policy)).toEqual({
      state: reason === null ? 'ok' : 'quarantined',
      reason,
    });
  });
});

describe('decideAcknowledgement', () => {
  const ordinary: AcknowledgementEvidence = {
    enabled: true,
    automated: null,
    suppressed: false,
    sender: 'ada@example.com',
    ownAddresses: ['help@harborwatch.example'],
    sentInLastHour: 1,
    perAddressPerHour: 2,
    emergency: false,
    category: 'shipping-damage',
    crisisCategories: ['self-harm', 'threat-to-life'],
    hasCrisisText: true,
  };

  it.each([
    ['a person', {}, 'ordinary'],
    ['a person at risk', { emergency: true }, 'crisis'],
    ['a crisis category', { category: 'self-harm' }, 'crisis'],
    ['a person at risk where the desk has no calm text', { emergency: true, hasCrisisText: false }, null],
    ['a machine', { automated: { kind: 'list', reason: 'List-Id' } }, null],
    ['a machine at risk', { automated: { kind: 'auto-reply', reason: 'x' }, emergency: true }, null],
    ['somebody who wants none', { suppressed: true }, null],
    ['nobody', { sender: '' }, null],
    ['a sender who takes no answer', { sender: 'no-reply@example.com' }, null],
    ['ourselves', { sender: 'Help@Harborwatch.example' }, null],
    ['an address that had its share', { sentInLastHour: 2 }, null],
    ['anybody while it is switched off', { enabled: false }, null],
  ] as const)('decides for %s', (_, change, variant) => {
    const decision = decideAcknowledgement({ ...ordinary, ...change } as AcknowledgementEvidence);
    expect(decision).toMatchObject({ send: variant !== null, variant });
    expect(decision.why).not.toBe('');
  });
});

describe('dedupeKey', () => {
  it('is one for the same id and recipient, letter case of the recipient aside', () => {
    expect(dedupeKey('<A@b>', 'Help@harborwatch.example')).toBe(
      dedupeKey('<A@b>', 'help@harborwatch.example '),
    );
  });

  it('differs by id, its letter case, and recipient', () => {
    const keys = [dedupeKey('<a@b>', 'x@y'), dedupeKey('<A@b>', 'x@y'), dedupeKey('<a@b>', 'z@y')];
    expect(new Set(keys).size).toBe(3);
  });
});

describe('textToHtml', () => {
  it('escapes, keeps paragraphs and line breaks, and links addresses', () => {
    const html = textToHtml(
      'Hi <b>Ada</b> & "co",\nsee https://example.com/a?b=1&c=2.\n\n(also http://example.org/x)\n',
    );
    expect(html).toContain('<p>Hi &lt;b&gt;Ada&lt;/b&gt; &amp; &quot;co&quot;,<br>\nsee ');
    expect(html).toContain(
      '<a href="https://example.com/a?b=1&amp;c=2">https://example.com/a?b=1&amp;c=2</a>.</p>',
    );
    expect(html).toContain('<p>(also <a href="http://example.org/x">http://example.org/x</a>)</p>');
  });

  it.each(['javascript:alert(1)', '"><script>alert(1)</script>', "https://x/'onclick=alert(1)"])(
    'lets no markup through: %s',
    (text) => {
      expect(textToHtml(text)).not.toMatch(/<script|href="javascript|'onclick/);
    },
  );
});
