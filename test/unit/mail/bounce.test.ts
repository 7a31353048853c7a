import { describe, expect, it } from 'vitest';
import { parseBounce } from '../../../core/mail/bounce.ts';

const nothing = { deliveryStatus: null, originalHeaders: null, text: '', xFailedRecipients: null };

describe('parseBounce', () => {
  it('reads every recipient of a delivery status, folded fields included', () => {
    const deliveryStatus = [
      'Reporting-MTA: dns; mx.example.org',
      '',
      'Original-Recipient: rfc822;first@example.org',
      'Final-Recipient: rfc822;',
      ' first.new@example.org',
      'Action: Failed',
      'Status: 5.1.1 (no such user)',
      '',
      'Final-Recipient: RFC822; <second@example.org>',
      'Action: delayed (will retry)',
      'Status: 4.4.7',
      '',
      'Original-Recipient: rfc822; third@example.org',
      'Action: relayed',
      '',
    ].join('\r\n');
    const originalHeaders =
      'Subject: Lot 9\r\nMessage-ID:\r\n <desk.9@harborwatch.example>\r\nTo: first@example.org';
    expect(parseBounce({ ...nothing, deliveryStatus, originalHeaders })).toEqual({
      recipients: [
        { address: 'first.new@example.org', status: '5.1.1', action: 'failed' },
        { address: 'second@example.org', status: '4.4.7', action: 'delayed' },
        { address: 'third@example.org', status: '', action: 'relayed' },
      ],
      originalMessageId: '<desk.9@harborwatch.example>',
    });
  });

  it.each([
    [
      'qmail',
      `Hi. This is the qmail-send program at mx.example.org.
I'm afraid I wasn't able to deliver your message to the following addresses.

<old@example.org>:
192.0.2.1 does not like recipient.
Remote host said: 550 5.1.1 unknown user

--- Below this line is a copy of the message.

Return-Path: <help@harborwatch.example>
To: other@example.org
Message-ID: <desk.1@harborwatch.example>

Hello`,
      'old@example.org',
      '5.1.1',
      '<desk.1@harborwatch.example>',
    ],
    [
      'Exim',
      `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  old@example.org
    host mail.example.org [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<old@example.org>:
    550 no such user`,
      'old@example.org',
      '',
      null,
    ],
    [
      'Exchange',
      `Your message to old@example.org couldn't be delivered.

old wasn't found at example.org.
Status code: 550 5.1.10

Original Message Headers

Message-ID: <desk.2@harborwatch.example>`,
      'old@example.org',
      '5.1.10',
      '<desk.2@harborwatch.example>',
    ],
  ])('makes the best of a text bounce of %s', (_, text, address, status, originalMessageId) => {
    expect(parseBounce({ ...nothing, text })).toEqual({
      recipients: [{ address, status, action: 'failed' }],
      originalMessageId,
    });
  });

  it('prefers the recipients that Exim names in the header', () => {
    const { recipients } = parseBounce({
      ...nothing,
      text: 'failed',
      xFailedRecipients: 'a@example.org, b@example.org',
    });
    expect(recipients.map(({ address }) => address)).toEqual(['a@example.org', 'b@example.org']);
  });

  it('knows nothing of an empty report', () => {
    expect(parseBounce(nothing)).toEqual({ recipients: [], originalMessageId: null });
  });
});
