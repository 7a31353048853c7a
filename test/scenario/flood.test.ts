import { afterEach, beforeEach, expect, test } from 'vitest';
import { SmtpClient } from '../fault/smtp-client.ts';
import { DeskBed } from './desk-bed.ts';

let desk: DeskBed;
beforeEach(async () => {
  desk = await DeskBed.start();
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
});

const mail = (n: number | string, text: string) =>
  `From: writer-${n}@customer.example\r\nTo: help@desk.example\r\nSubject: Mail ${n}\r\nMessage-ID: <${n}@customer.example>\r\n\r\n${text}\r\n`;

test('an emergency behind 300 queued mails is committed and paged before all of them but those under way', async () => {
  const { store, workflows } = desk.desk.ports;
  const happened: string[] = [];
  let flowing = () => undefined as void;
  const gate = new Promise<void>((resolve) => {
    flowing = resolve;
  });
  const commitAll = store.commitAll.bind(store);
  store.commitAll = async (units) => {
    await gate;
    for (const write of units.flat())
      if (write.kind === 'message' && write.message.kind === 'inbound') happened.push(write.message.subject);
    return commitAll(units);
  };
  const start = workflows.start.bind(workflows);
  workflows.start = async (input) => {
    happened.push('page started');
    return start(input);
  };

  const client = await SmtpClient.connect(desk.desk.smtp.port);
  const send = async (n: number | string, text: string) =>
    expect(await client.send(mail(n, text), `writer-${n}@customer.example`, ['help@desk.example'])).toMatch(
      /^250/,
    );
  for (let n = 1; n <= 300; n++) await send(n, 'Where is my parcel?');
  await send('emergency', 'I am going to kill myself tonight. I have the pills in front of me.');
  flowing();
  await desk.desk.settle();

  // Two batches of ten were in the receiver's hands when the emergency came.
  expect(happened.indexOf('Mail emergency')).toBeGreaterThanOrEqual(0);
  expect(happened.indexOf('Mail emergency')).toBeLessThanOrEqual(20);
  const before = happened.slice(0, happened.indexOf('page started'));
  expect(before.length).toBeLessThanOrEqual(50);
  expect(happened.filter((one) => one.startsWith('Mail '))).toHaveLength(301);
  expect(new Set(happened.filter((one) => one.startsWith('Mail '))).size).toBe(301);
  client.drop();
}, 60_000);
