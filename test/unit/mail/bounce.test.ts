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

  it.each([
    ['a bulleted list', 'Delivery to the following recipients failed permanently:\n\n   * old@example.org\n'],
    ['quotation marks', 'The following addresses did NOT receive a copy of your message:\n> old@example.org'],
    ['a label', 'Undeliverable Address: old@example.org\nSystem Contact: postmaster@example.org'],
    ['a sentence', "The message, addressed to 'old@example.org', was not collected in 30 days."],
    ['an alias', 'failed:\n  an undisclosed address\n    (generated from old@example.org)'],
    ['LISTSERV form', 'Error-for:  old@example.org\nError-Code: 0'],
    ['an X.400 line', 'did not reach:\nc=US;a= ;p=X;dda:SMTP=old@example.org; on Fri, 4 Oct 2024'],
    ['brackets', 'Server returned an error:\n\t* [old@example.org]: 550 over quota'],
    [
      'nobody, but the copy does',
      "I wasn't able to deliver it.\n---Below this line is a copy of the message.\nTo: old@example.org",
    ],
  ])('finds the recipient in %s', (_, text) => {
    expect(parseBounce({ ...nothing, text }).recipients.map(({ address }) => address)).toEqual([
      'old@example.org',
    ]);
  });

  it.each([
    ['Warning: message delayed 2 days', 'delayed'],
    ['Delivery Status Notification (Delay)', 'delayed'],
    ['Warning: user unknown', 'failed'],
    ['Mail delivery failed', 'failed'],
  ])('tells what failed from what is still tried by "%s"', (subject, action) => {
    const { recipients } = parseBounce({
      ...nothing,
      subject,
      text: 'old@example.org\n 450 4.4.1 try later',
    });
    expect(recipients).toEqual([{ address: 'old@example.org', status: '4.4.1', action }]);
  });

  it.each([
    ['/S=old/OU=example/PRMD=X/C=GB/', 'rfc822;old@example.org', 'failure'],
    ['rfc822;old@inner-daemon', 'rfc822;old@example.org', 'error'],
    ['rfc822;old@example.org', 'rfc822;alias@example.org', 'failed'],
  ])('takes the public address of %s and %s', (final, original, action) => {
    const deliveryStatus = `Reporting-MTA: dns;x\n\nOriginal-Recipient: ${original}\nFinal-Recipient: ${final}\nAction: ${action}\nStatus: 5.0.0\n`;
    expect(parseBounce({ ...nothing, deliveryStatus }).recipients).toEqual([
      { address: 'old@example.org', status: '5.0.0', action: 'failed' },
    ]);
  });

  it('never blames the writer of the report', () => {
    const originalHeaders = 'From: postmaster@example.org\nTo: help@harborwatch.example';
    expect(parseBounce({ ...nothing, text: 'It failed.', originalHeaders }).recipients).toEqual([]);
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
