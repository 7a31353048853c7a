import { expect, test } from 'vitest';
import { rosterOf } from '../../../app/plan-page.ts';
import { openPage } from '../../../core/page/open-page.ts';
import type { PagePolicySnapshot } from '../../../core/page/page.ts';
import { mostTargets, planAttempt, type Roster } from '../../../core/page/plan-attempt.ts';
import { testConfig } from '../../scenario/test-config.ts';

const at = '2026-11-20T18:00:00.000Z';
const policy: PagePolicySnapshot = {
  id: 'emergency',
  name: 'Emergency',
  configVersion: '1',
  steps: [{ targets: [{ schedule: 'primary' }], waitSeconds: 60 }],
  everyoneWaitSeconds: 60,
};
const page = openPage({
  caseId: 'HW-7K3M9QXA',
  number: 1,
  category: 'self-harm',
  why: '',
  receivedAt: at,
  detectedAt: at,
  openedAt: at,
  policy,
});
const crowd = (size: number): Roster => ({
  onCall: () => ({ userIds: ['u0'], why: 'layer Days' }),
  users: Array.from({ length: size }, (_, index) => ({
    id: `u${index}`,
    contacts: [
      { id: 'mail', channel: 'email' },
      { id: 'desk', channel: 'console' },
    ],
  })),
});

test('a round never has more targets than one execution of the workflow can carry', () => {
  const round = planAttempt(page, 1, crowd(5_000));
  expect(round.targets).toHaveLength(mostTargets);
  const answer = round.targets.map((target) => ({ ...target, key: `${page.id}#1#${target.userId}#mail` }));
  // Step Functions ends an execution that gets more than 256 KB from a task.
  expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(128 * 1024);
  expect(round.notes.join()).toContain('10000');
});

test('everyone of a large desk has a turn within so many rounds', () => {
  const reached = new Set<string>();
  for (let round = 1; round < 2 * (10_000 / mostTargets + 1); round += 2)
    for (const { userId, contactId } of planAttempt(page, round, crowd(5_000)).targets)
      reached.add(`${userId}#${contactId}`);
  expect(reached.size).toBe(10_000);
});

test('a small desk is asked whole, each contact once', () => {
  const { targets, notes } = planAttempt(page, 1, crowd(3));
  expect(new Set(targets.map(({ userId, contactId }) => `${userId}#${contactId}`)).size).toBe(6);
  expect(targets).toHaveLength(6);
  expect(notes).toEqual([]);
});

test('a schedule that cannot be read is skipped, and its step goes on to the others', () => {
  const config = testConfig();
  const broken = {
    ...config,
    schedules: { primary: { ...config.schedules.primary, timezone: 'Mars/Nowhere' } },
  } as typeof config;
  const failures: string[] = [];
  const roster = rosterOf(broken, Date.parse(at), (scheduleId) => failures.push(scheduleId));
  const { attempt, targets } = planAttempt(page, 0, roster);
  expect(failures).toEqual(['primary']);
  expect(attempt).toBe(1);
  expect(new Set(targets.map(({ userId }) => userId))).toEqual(new Set(['ana', 'ben', 'cleo']));
});
