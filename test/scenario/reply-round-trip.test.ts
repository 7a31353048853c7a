import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Agent, type CaseView, DeskBed, type MailToSend } from './desk-bed.ts';

let desk: DeskBed;
let ana: Agent;
beforeAll(async () => {
  desk = await DeskBed.start();
  ana = await desk.signIn('ana');
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
});

interface Correspondence {
  readonly customer: string;
  readonly caseId: string;
  readonly questionId: string;
  /** Of the agent's reply, as the customer's client has it. */
  readonly replyTo: string;
  readonly replyId: string;
  readonly raw: string;
}

let count = 0;

/** A customer asked and ana answered: the state that every answer of a customer starts from. */
async function correspond(question: MailToSend = {}): Promise<Correspondence> {
  const customer = `buyer-${++count}@customer.example`;
  const questionId = `<question-${count}@customer.example>`;
  await desk.mail({
    from: `Jo Buyer <${customer}>`,
    subject: 'Where is my card?',
    text: 'It has not arrived.',
    messageId: questionId,
    ...question,
  });
  const view = await ana.caseOf(customer);
  const reply = await ana.post(`/cases/${view.case.id}/replies`, {
    expectedVersion: view.case.version,
    text: 'It is on its way.\n\nTracking < here > & now',
  });
  expect(reply.status).toBe(201);
  const raw = Buffer.from((await desk.rawMailbox(customer)).at(-1) ?? []).toString('latin1');
  const header = (name: string) =>
    new RegExp(`^${name}:\\s*((?:.|\\r\\n[ \\t])*)\\r\\n`, 'im')
      .exec(raw)?.[1]
      ?.replaceAll(/\r\n[ \t]/g, ' ') ?? '';
  return {
    customer,
    caseId: view.case.id,
    questionId,
    replyTo: header('reply-to').replaceAll(/[<>]/g, ''),
    replyId: header('message-id'),
    raw,
  };
}

const signals: Record<string, (about: Correspondence) => MailToSend> = {
  'the reply address': ({ replyTo }) => ({ to: replyTo, subject: 'thanks' }),
  'our Message-ID in In-Reply-To': ({ replyId }) => ({
    subject: 'thanks',
    headers: { 'In-Reply-To': replyId },
  }),
  'our Message-ID in References only': ({ replyId }) => ({
    subject: 'thanks',
    headers: { References: `<unknown@elsewhere.example> ${replyId}` },
  }),
  "the customer's own first Message-ID": ({ questionId }) => ({
    subject: 'thanks',
    headers: { 'In-Reply-To': questionId },
  }),
  'the token in the subject': ({ caseId }) => ({ subject: `AW: hello [${caseId}]` }),
};

const setStatus = async (caseId: string, status: string) => {
  const { version } = (await ana.case(caseId)).case;
  expect((await ana.patch(`/cases/${caseId}`, { expectedVersion: version, status })).status).toBe(200);
};
const inbound = ({ messages }: CaseView) => messages.filter(({ kind }) => kind === 'inbound');

test('a reply leaves as a correct mail that any client threads', async () => {
  const { raw, questionId, caseId, replyTo, replyId, customer } = await correspond();
  const header = (name: string) => new RegExp(`^${name}: (.*)\\r\\n`, 'im').exec(raw)?.[1];
  expect(header('from')).toBe('"Trust & Safety" <help@desk.example>');
  expect(header('to')).toContain(`<${customer}>`);
  expect(header('in-reply-to')).toBe(questionId);
  expect(raw).toMatch(new RegExp(`^References:(?:\\s+<[^>]+>)*\\s+${questionId}`, 'im'));
  expect(replyId).toMatch(
    new RegExp(`^<${caseId.toLowerCase()}\\.[0-9a-z]{26}\\.[0-9a-z]{20}@desk\\.example>$`),
  );
  expect(replyTo).toMatch(new RegExp(`^case\\+${caseId.toLowerCase()}\\.[0-9a-z]{20}@desk\\.example$`));
  expect(header('subject')).toBe(`Re: Where is my card? [${caseId}]`);
  expect(Date.parse(header('date') ?? '')).toBe(desk.clock.now());
  expect(header('auto-submitted')).toBeUndefined();
  expect(header('mime-version')).toBe('1.0');
  expect(raw).toMatch(/^Content-Type: multipart\/alternative;/im);
  expect(raw.match(/^Message-ID:/gim)).toHaveLength(1);
  // RFC 5322 2.3 and 2.1.1: CR and LF only together, lines of at most 998.
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);

  const { mail, html } = (await desk.mailbox(customer)).at(-1) ?? {};
  expect(mail?.text.trim()).toBe('It is on its way.\n\nTracking < here > & now');
  expect(html).toContain('Tracking &lt; here &gt; &amp; now');
  const sent = (await ana.case(caseId)).messages.find(({ rfcMessageId }) => rfcMessageId === replyId);
  expect(sent?.delivery).toMatchObject({ state: 'sent' });
});

describe.each(Object.keys(signals))("a customer's answer, by %s alone,", (name) => {
  const answer = (about: Correspondence): MailToSend => ({
    from: about.customer,
    text: 'Thank you',
    ...signals[name]?.(about),
  });

  test('comes back to its case, and reopens it when it was solved', async () => {
    const about = await correspond();
    await setStatus(about.caseId, 'solved');
    await desk.mail(answer(about));
    const view = await ana.caseOf(about.customer);
    expect(inbound(view).map(({ text, isPrivate }) => [text.trim(), isPrivate])).toEqual([
      ['It has not arrived.', false],
      ['Thank you', false],
    ]);
    expect(view.case).toMatchObject({ status: 'open', unansweredSince: desk.now, flags: [] });
  });

  test('opens a follow-up, linked both by itself and in words, when the case was closed', async () => {
    const about = await correspond();
    await setStatus(about.caseId, 'closed');
    await desk.mail(answer(about));
    const cases = await ana.casesOf(about.customer);
    expect(cases.map(({ id }) => id)).toContain(about.caseId);
    const followUp = cases.find(({ id }) => id !== about.caseId);
    expect(followUp).toMatchObject({ status: 'new', linkedCaseIds: [about.caseId] });
    expect(cases.find(({ id }) => id === about.caseId)?.status).toBe('closed');
  });

  test('from a stranger never shows as the customer', async () => {
    const about = await correspond();
    const before = (await ana.case(about.caseId)).case;
    const stranger = `stranger-${++count}@elsewhere.example`;
    await desk.mail({ ...answer(about), from: stranger, text: 'Send it to my house instead' });
    const after = await ana.case(about.caseId);
    if (name === 'the reply address' || name.startsWith('our Message-ID')) {
      expect(inbound(after).at(-1)).toMatchObject({ isPrivate: true, from: { address: stranger } });
      expect(after.case.flags).toContain('unread-private');
      expect(after.case).toMatchObject({ status: before.status, requester: before.requester });
      expect(after.case.participants).not.toContain(stranger);
      expect(await ana.casesOf(stranger)).toEqual([]);
    } else {
      expect(after.case.version).toBe(before.version);
      expect((await ana.caseOf(stranger)).case).toMatchObject({
        linkedCaseIds: [about.caseId],
        requester: { address: stranger },
      });
    }
  });
});

test('a reply to the case after a stranger wrote answers the customer, not the stranger', async () => {
  const about = await correspond();
  await desk.mail({
    from: 'eve@elsewhere.example',
    to: about.replyTo,
    text: 'hi',
    messageId: '<eve@elsewhere.example>',
  });
  const { case: current } = await ana.case(about.caseId);
  await ana.post(`/cases/${about.caseId}/replies`, { expectedVersion: current.version, text: 'Once more' });
  expect(await desk.mailbox('eve@elsewhere.example')).toEqual([]);
  const last = (await desk.mailbox(about.customer)).at(-1);
  expect(last?.mail).toMatchObject({ inReplyTo: about.questionId });
});

test.each([
  [
    'a reply address with a wrong signature',
    (a: Correspondence) => ({ to: a.replyTo.replace(/\.[^.@]+@/, '.aaaaaaaaaaaaaaaaaaaa@') }),
  ],
  [
    'a reply address without a signature',
    (a: Correspondence) => ({ to: `case+${a.caseId.toLowerCase()}@desk.example` }),
  ],
  [
    'a Message-ID of ours with a wrong signature',
    (a: Correspondence) => ({
      headers: { 'In-Reply-To': a.replyId.replace(/\.[^.@]+@/, '.aaaaaaaaaaaaaaaaaaaa@') },
    }),
  ],
  ['an empty id', () => ({ headers: { 'In-Reply-To': '<>', References: '<> < >' } })],
])('%s matches nothing, even from the customer', async (_, forged) => {
  const about = await correspond();
  await desk.mail({ from: about.customer, text: 'forged', ...forged(about) });
  const cases = await ana.casesOf(about.customer);
  expect(cases).toHaveLength(2);
  expect(cases.find(({ id }) => id !== about.caseId)?.linkedCaseIds).toEqual([]);
});

test('an answer that names two cases goes to the one it proves', async () => {
  const mine = await correspond();
  const other = await correspond();
  await desk.mail({
    from: mine.customer,
    to: mine.replyTo,
    subject: `Re: [${other.caseId}]`,
    text: 'mine',
    headers: { References: other.questionId },
  });
  expect(inbound(await ana.case(mine.caseId))).toHaveLength(2);
  expect(inbound(await ana.case(other.caseId))).toHaveLength(1);
});
