import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Case } from '../../core/case/case.ts';
import type { DeskConfig } from '../../core/config/desk-config.ts';
import { clockOf } from './clocks-of.ts';
import { type Agent, DeskBed, type Problem } from './desk-bed.ts';
import { inEveningHours } from './evening-hours.ts';

/** Cases of repeat buyers are answered within half an hour. */
function withRepeatBuyers(config: DeskConfig): DeskConfig {
  const promised = inEveningHours(config);
  const [standard] = promised.policies.filter(({ id }) => id === 'standard');
  if (!standard) throw new Error('the promises have no standard policy');
  const targets = { ...standard.targets, 'first-reply': { normal: 30 } };
  const loyal = { ...standard, id: 'loyal', name: 'Loyal', match: { tags: ['repeat-buyer'] }, targets };
  return { ...promised, policies: [loyal, ...promised.policies] };
}

let desk: DeskBed;
let ana: Agent;
beforeEach(async () => {
  desk = await DeskBed.start(withRepeatBuyers);
  ana = await desk.signIn('ana');
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
});

async function newCase(): Promise<Case> {
  await desk.mail({ from: 'kim@customer.example', subject: 'Parcel', text: 'Where is it?' });
  return (await ana.caseOf('kim@customer.example')).case;
}
const change = async (caseId: string, fields: Record<string, unknown>) => {
  const { version } = (await ana.case(caseId)).case;
  return ana.patch<{ case: Case } & Problem>(`/cases/${caseId}`, { expectedVersion: version, ...fields });
};

test('tags are kept once each and in order, and may choose another policy', async () => {
  const { id } = await newCase();
  await desk.fastForward('10m');
  const tagged = await change(id, { tags: ['repeat-buyer', 'envío', 'repeat-buyer'] });
  expect(tagged.body.case).toMatchObject({ tags: ['envío', 'repeat-buyer'], policyId: 'loyal' });
  expect((await clockOf(desk, id, 'first-reply')).dueAt).toBe('2026-11-20T18:30:00.000Z');
  const { version } = tagged.body.case;
  expect((await change(id, { tags: ['repeat-buyer', 'envío'] })).body.case.version).toBe(version);
  expect((await change(id, { tags: [] })).body.case).toMatchObject({ tags: [], policyId: 'standard' });
  expect((await clockOf(desk, id, 'first-reply')).dueAt).toBe('2026-11-20T22:00:00.000Z');
});

test.each([
  ['capitals', ['VIP']],
  ['spaces', ['repeat buyer']],
  ['an empty tag', ['']],
  ['a long tag', ['x'.repeat(61)]],
  ['too many', Array.from({ length: 51 }, (_, i) => `tag-${i}`)],
])('with %s no tags are taken', async (_, tags) => {
  const { id } = await newCase();
  expect((await change(id, { tags })).status).toBe(400);
});

test('a case that a person raises to an emergency pages, and its acknowledgement is owed until then', async () => {
  const { id } = await newCase();
  await change(id, { priority: 'emergency', reason: 'she called' });
  expect(await clockOf(desk, id, 'emergency-ack')).toMatchObject({
    state: 'running',
    dueAt: '2026-11-20T18:05:00.000Z',
  });
  const [open, ...more] = await ana.pages('open');
  expect(more).toEqual([]);
  expect(open?.page).toMatchObject({ caseId: id, why: 'raised by ana: she called' });
  expect((await desk.mailbox('ana@staff.example')).at(-1)?.mail.subject).toMatch(/^EMERGENCY/);
  await ana.post(`/pages/${open?.page.id}/ack`);
  expect(await clockOf(desk, id, 'emergency-ack')).toMatchObject({ state: 'met' });
});
