import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Agent, DeskBed } from './desk-bed.ts';

const atRisk = {
  subject: 'goodbye',
  text: 'I am going to kill myself tonight. I have the pills in front of me.',
};

let desk: DeskBed;
let ana: Agent;
beforeEach(async () => {
  desk = await DeskBed.start();
  ana = await desk.signIn('ana');
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
});

const pagesTo = async (name: string) => (await desk.mailbox(`${name}@staff.example`)).length;
const openPage = async () => {
  await desk.mail(atRisk);
  const [only] = await ana.pages();
  if (!only) throw new Error('no page is open');
  return only.page.id;
};

test('a page whose workflow was ended by somebody goes on within minutes, with the next person', async () => {
  const name = await openPage();
  await desk.desk.services.engine.stopExecution({ workflow: 'emergency-page', name });
  await desk.fastForward('5m');
  expect(await pagesTo('ben')).toBeGreaterThan(0);
  expect(desk.logs.join()).toContain('an open page had no next attempt');

  await ana.post(`/pages/${name}/ack`);
  const before = [await pagesTo('ana'), await pagesTo('ben'), await pagesTo('cleo')];
  await desk.fastForward('30m');
  expect([await pagesTo('ana'), await pagesTo('ben'), await pagesTo('cleo')]).toEqual(before);
});

test('a page that is re-driven and ended again is re-driven again', async () => {
  const name = await openPage();
  const { engine } = desk.desk.services;
  await engine.stopExecution({ workflow: 'emergency-page', name });
  await desk.fastForward('5m');
  for (const { name: running } of engine.listExecutions('emergency-page', { status: 'RUNNING' }).executions)
    await engine.stopExecution({ workflow: 'emergency-page', name: running });
  const before = await pagesTo('cleo');
  await desk.fastForward('15m');
  expect(await pagesTo('cleo')).toBeGreaterThan(before);
});

test('a page that goes on by itself is left alone', async () => {
  await openPage();
  await desk.fastForward('20m');
  expect(desk.logs.join()).not.toContain('an open page had no next attempt');
  const { executions } = desk.desk.services.engine.listExecutions('emergency-page');
  expect(executions).toHaveLength(1);
});
