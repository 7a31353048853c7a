import { beforeEach, describe, expect, it } from 'vitest';
import { acknowledgeEscalation } from '../../../app/acknowledge-escalation.ts';
import { awaitEscalationAnswer } from '../../../app/await-escalation-answer.ts';
import { type EscalationPlan, planEscalation } from '../../../app/plan-escalation.ts';
import { withEscalation } from '../../../app/require-escalation.ts';
import { sendEscalationNotice } from '../../../app/send-escalation-notice.ts';
import { DomainError } from '../../../core/errors.ts';
import type { Escalation } from '../../../core/escalation/escalation.ts';
import type { Notice, NoticeChannel } from '../../../ports/notice-channel.ts';
import { type FakePorts, fakePorts, startOfTests } from '../../fakes/fake-ports.ts';
import { addSampleCase, addSampleClocks, sampleCaseId } from '../../fakes/sample-case.ts';
import { byHand, someEscalation } from './some-escalation.ts';

const caseId = sampleCaseId;
// The promises of the sample case have escalations of their own.
const escalationId = `${caseId}-E70`;
const minuteMs = 60_000;
const at = (ms: number) => new Date(startOfTests + ms).toISOString();

let ports: FakePorts;
let sent: Notice[];
let send: NoticeChannel['send'];

/** An escalation by hand of the sample case: sven-holt leads, so he is told first, then everyone. */
async function open(change: Partial<Escalation> = {}): Promise<void> {
  const sla = await addSampleClocks(ports);
  const escalation = someEscalation({
    caseId,
    id: escalationId,
    cause: byHand({ tier: 'lead' }),
    manual: { level: 0, at: at(0) },
    openedAt: at(0),
    nextStepAt: at(0),
    ladderId: null,
    policyVersion: sla.policyVersion,
    ...change,
  });
  const next = { ...sla, version: sla.version + 1, escalations: [escalation], escalationCount: 70 };
  await ports.store.commit([{ kind: 'sla', next, expectedVersion: sla.version }]);
}
async function stored(): Promise<Escalation> {
  const found = (await ports.store.getSla(caseId))?.escalations.find(({ id }) => id === escalationId);
  if (!found) throw new Error('there is no escalation');
  return found;
}
async function change(fields: Partial<Escalation>): Promise<void> {
  const sla = await ports.store.getSla(caseId);
  if (!sla) throw new Error('there are no promises');
  const next = { ...withEscalation(sla, { ...(await stored()), ...fields }), version: sla.version + 1 };
  await ports.store.commit([{ kind: 'sla', next, expectedVersion: sla.version }]);
}
const recorded = async () =>
  (await ports.store.getTimeline(caseId)).slaLog.filter(
    (record) => 'escalationId' in record && record.escalationId === escalationId,
  );
const asked = { escalationId, round: 0, execution: 'one', isFirst: true };
const toldBy = (plan: EscalationPlan) => (plan.kind === 'notify' ? plan.notices.map(({ key }) => key) : []);

beforeEach(async () => {
  sent = [];
  send = async (notice) => {
    sent.push(notice);
    return { providerId: '<id@provider>', delivered: false };
  };
  const fake = fakePorts();
  const channel = (name: string): NoticeChannel => ({ channel: name, send: (notice) => send(notice) });
  ports = Object.assign(fake, {
    channels: new Map(['email', 'console', 'webhook'].map((name) => [name, channel(name)])),
  });
  await addSampleCase(ports);
});

describe('planning an escalation', () => {
  it('records whom a round tells before anything is sent, and says when it looks again', async () => {
    await open();
    const plan = await planEscalation(asked, ports);
    expect(plan).toMatchObject({ kind: 'notify', round: 1, waitSeconds: 15 * 60 });
    expect(toldBy(plan)).toEqual([`${escalationId}#1#sven-holt#mail`, `${escalationId}#1#sven-holt#screen`]);
    expect(await stored()).toMatchObject({ round: 1, heldBy: 'one', nextStepAt: at(15 * minuteMs) });
    expect(await recorded()).toMatchObject([{ type: 'escalation.notified', tier: 'lead', at: at(0) }]);
    expect(sent).toEqual([]);
  });

  it('gives the same notices again when its answer was lost, and records nothing more', async () => {
    await open();
    const first = await planEscalation(asked, ports);
    ports.time.now += 30_000;
    const again = await planEscalation(asked, ports);
    expect(toldBy(again)).toEqual(toldBy(first));
    expect(again).toMatchObject({ kind: 'notify', round: 1, waitSeconds: 14 * 60 + 30 });
    expect(await recorded()).toHaveLength(1);
  });

  it('ends an execution that another has taken over from, and changes nothing', async () => {
    await open();
    await planEscalation(asked, ports);
    await planEscalation({ ...asked, round: 1, execution: 'two' }, ports);
    const before = await ports.store.getSla(caseId);
    expect(await planEscalation({ ...asked, round: 1, isFirst: false }, ports)).toEqual({ kind: 'end' });
    expect(await ports.store.getSla(caseId)).toEqual(before);
  });

  it.each(['acknowledged', 'ended'] as const)('ends when it is %s', async (state) => {
    await open({ state });
    expect(await planEscalation(asked, ports)).toEqual({ kind: 'end' });
  });

  it('climbs the ladder of last resort when its own is lost, and says so in the log', async () => {
    await open({ ladderId: 'gone', policyVersion: 'never published' });
    expect(toldBy(await planEscalation(asked, ports))).toHaveLength(2);
    expect(ports.logged.filter(({ level }) => level === 'error')).toMatchObject([
      { fields: { escalationId, ladderId: 'gone' } },
    ]);
  });

  it.each([`${caseId}-E90`, 'HW-00000000-E1', 'nonsense'])(
    'ends for %s, which is not kept, and says so in the log',
    async (missing) => {
      await open();
      expect(await planEscalation({ ...asked, escalationId: missing }, ports)).toEqual({ kind: 'end' });
      expect(ports.logged.at(-1)).toMatchObject({ level: 'warn', fields: { escalationId: missing } });
    },
  );
});

describe('waiting for an answer', () => {
  const awaits = { caseId, escalationId, execution: 'one', taskToken: 'token-1' };

  it('leaves the token where the answer finds it', async () => {
    await open();
    await planEscalation(asked, ports);
    await awaitEscalationAnswer(awaits, ports);
    expect(await stored()).toMatchObject({ taskToken: 'token-1' });
    expect(ports.answeredTasks).toEqual([]);
  });

  it.each<[string, Partial<Escalation>, string]>([
    ['acknowledged meanwhile', { state: 'acknowledged' }, 'acknowledged'],
    ['over meanwhile', { state: 'ended' }, 'ended'],
    ['in the hands of another execution', { heldBy: 'two' }, 'ended'],
    ['to be looked at again already', { nextStepAt: at(0) }, 'moved'],
  ])('answers the token at once when it is %s', async (_what, fields, outcome) => {
    await open();
    await planEscalation(asked, ports);
    await change(fields);
    await awaitEscalationAnswer(awaits, ports);
    expect(ports.answeredTasks).toEqual([{ token: 'token-1', output: { outcome } }]);
    expect((await stored()).taskToken).toBeNull();
  });
});

describe('taking an escalation on', () => {
  it('lets the first of two at once win, and tells the second who and when', async () => {
    await open({ taskToken: 'token-1' });
    const both = await Promise.all(
      ['mara-lind', 'sven-holt'].map((userId) =>
        acknowledgeEscalation({ escalationId, userId, via: 'console' }, ports),
      ),
    );
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['acknowledged', 'already-acknowledged']);
    expect(new Set(both.map(({ by }) => by)).size).toBe(1);
    expect(both.map((answer) => answer.at)).toEqual([at(0), at(0)]);
    expect(await recorded()).toMatchObject([{ type: 'escalation.acknowledged', via: 'console' }]);
    expect(await stored()).toMatchObject({ state: 'acknowledged', nextStepAt: null, taskToken: null });
  });

  it('is acknowledged both times for the same person', async () => {
    await open();
    const take = () => acknowledgeEscalation({ escalationId, userId: 'mara-lind', via: 'link' }, ports);
    await take();
    ports.time.now += minuteMs;
    expect(await take()).toMatchObject({ outcome: 'acknowledged', by: 'mara-lind', at: at(0) });
    expect(await recorded()).toHaveLength(1);
  });

  it('says that it has ended by itself', async () => {
    await open({ state: 'ended', ended: { at: at(0), why: 'the promise is kept' } });
    const answer = await acknowledgeEscalation({ escalationId, userId: 'mara-lind', via: 'link' }, ports);
    expect(answer).toMatchObject({ outcome: 'ended', by: null, at: at(0) });
  });

  it('is for people of the desk', async () => {
    await open();
    const answer = acknowledgeEscalation({ escalationId, userId: 'nobody', via: 'link' }, ports);
    await expect(answer).rejects.toMatchObject({ kind: 'forbidden', code: 'escalation.unknown-user' });
    expect(await stored()).toMatchObject({ state: 'open' });
  });
});

describe('sending a notice', () => {
  async function planned() {
    await open();
    const plan = await planEscalation(asked, ports);
    if (plan.kind !== 'notify') throw new Error('nobody is told');
    const [mail, screen] = plan.notices;
    if (!mail || !screen) throw new Error('somebody has lost a contact');
    return { mail, screen, input: { escalationId, round: 1, isLastTry: false } };
  }

  it('says the very same however often it is sent', async () => {
    const { mail, input } = await planned();
    await sendEscalationNotice({ ...input, notice: mail }, ports);
    ports.time.now += 5_000;
    expect(await sendEscalationNotice({ ...input, notice: mail }, ports)).toEqual({ outcome: 'sent' });
    expect(sent[0]).toMatchObject({ key: mail.key, address: 'sven-holt@harborwatch.example', at: at(0) });
    expect(sent[1]).toEqual(sent[0]);
  });

  it.each<[string, Partial<Escalation>]>([
    ['is over', { state: 'ended' }],
    ['has gone on to another round', { round: 2 }],
  ])('tells nobody when the escalation %s', async (_what, fields) => {
    const { mail, input } = await planned();
    await change(fields);
    expect(await sendEscalationNotice({ ...input, notice: mail }, ports)).toEqual({ outcome: 'over' });
    expect(sent).toEqual([]);
  });

  it('throws what may pass while there is another try, and then records it', async () => {
    const { mail, input } = await planned();
    send = () => Promise.reject(new DomainError('unavailable', 'mail.unavailable', 'SES is away'));
    const first = sendEscalationNotice({ ...input, notice: mail }, ports);
    await expect(first).rejects.toMatchObject({ code: 'mail.unavailable' });
    expect(await recorded()).toHaveLength(1);
    const last = await sendEscalationNotice({ ...input, notice: mail, isLastTry: true }, ports);
    expect(last).toEqual({ outcome: 'not-reached' });
    expect((await recorded()).at(-1)).toMatchObject({
      type: 'escalation.undelivered',
      error: 'SES is away',
      notice: { userId: 'sven-holt', contactId: 'mail' },
    });
  });

  it('records at once what cannot pass, with the words of an unknown error kept to the log', async () => {
    const { mail, input } = await planned();
    const gone = { ...mail, contactId: 'gone' };
    expect(await sendEscalationNotice({ ...input, notice: gone }, ports)).toEqual({ outcome: 'not-reached' });
    send = () => Promise.reject(new TypeError('secret inner words'));
    await sendEscalationNotice({ ...input, notice: mail, isLastTry: true }, ports);
    expect((await recorded()).slice(1)).toMatchObject([
      { error: expect.stringContaining('has no contact gone') },
      { error: 'the channel failed; see the log' },
    ]);
  });

  it('takes a closed console for a fault only where it is the only way to the person', async () => {
    const { screen, input } = await planned();
    send = () => Promise.reject(new DomainError('missing', 'notice.no-console', 'no console open'));
    await sendEscalationNotice({ ...input, notice: screen }, ports);
    expect(await recorded()).toHaveLength(1);
    await sendEscalationNotice({ ...input, notice: { ...screen, isOnlyOne: true } }, ports);
    expect(await recorded()).toHaveLength(2);
  });
});
