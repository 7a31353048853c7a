import { expect, test } from 'vitest';
import { toSesNotification } from '../../../adapters/ses/ses-notification.ts';

function notify(raw: string | null) {
  const body = toSesNotification({
    rawKey: 'raw/1.eml',
    receivedAt: Date.parse('2026-11-22T10:00:00.000Z'),
    envelope: { from: '', to: ['help@desk.test'] },
    verdicts: null,
    sesMessageId: 'id-1',
    bucketName: 'desk',
    objectKeyPrefix: 'raw/',
    topicArn: 'arn:aws:sns:us-east-1:000000000000:mail',
    processingTimeMs: 7,
    rawPrefix: raw === null ? null : Buffer.from(raw),
  });
  const envelope = JSON.parse(body) as { Message: string };
  return JSON.parse(envelope.Message) as {
    mail: { headers: { name: string; value: string }[]; headersTruncated: boolean; commonHeaders: object };
    receipt: Record<string, unknown>;
  };
}

test('shows headers unfolded, in their order, and the common ones by name', () => {
  const { mail } = notify(
    'Return-Path: <>\r\nFrom: Grüße <a@x.test>\r\nTo: b@x.test,\r\n\tc@x.test\r\nSubject: one\r\nX-Odd\r\nTo: d@x.test\r\n\r\nSubject: body',
  );
  expect(mail.headers.map(({ name }) => name)).toEqual(['Return-Path', 'From', 'To', 'Subject', 'To']);
  expect(mail.commonHeaders).toEqual({
    returnPath: '<>',
    from: ['Grüße <a@x.test>'],
    to: ['b@x.test, c@x.test', 'd@x.test'],
    subject: 'one',
  });
  expect(mail.headersTruncated).toBe(false);
});

test('cuts headers over 10 KB and says so', () => {
  const { mail } = notify(`Subject: one\r\n${'X-Long: y\r\n'.repeat(2_000)}\r\nbody`);
  expect(mail.headersTruncated).toBe(true);
  expect(mail.headers.length).toBeLessThan(1_000);
});

test('survives a mail that is no mail', () => {
  for (const raw of ['', '\u0000\u0001', 'no header at all', ':\r\n:', null])
    expect(notify(raw).mail.headers).toEqual([]);
});

test('calls checks that nobody made DISABLED', () => {
  const { receipt } = notify('');
  for (const name of ['spam', 'virus', 'spf', 'dkim', 'dmarc'])
    expect(receipt[`${name}Verdict`]).toEqual({ status: 'DISABLED' });
  expect(receipt).toMatchObject({ processingTimeMillis: 7, recipients: ['help@desk.test'] });
});
