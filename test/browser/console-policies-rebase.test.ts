import { expect, test } from 'vitest';
import type { CaseRebase } from '../../console/src/policies/rebase/case-rebase.ts';
import type { RebasedClock } from '../../core/sla/rebase.ts';
import { inChromium } from './console-browser.ts';
import { promisesOf } from './fake-desk/answer-promises.ts';

const clock: RebasedClock = {
  clock: 'first-reply',
  instance: 1,
  dueBefore: '2026-11-23T12:50:00.000Z',
  dueAfter: '2026-11-23T10:50:00.000Z',
  policyBefore: 'everyday',
  policyAfter: 'everyday',
  breachAppears: false,
  keeps: null,
};

function behind(count: number): CaseRebase[] {
  return Array.from({ length: count }, (_, i) => ({
    caseId: `HW-${String(i).padStart(8, '0')}`,
    subject: `Lot ${i}`,
    policyVersion: '0ldvers10n',
    unmatched: i === 1,
    moved: i === 2 ? [] : [{ ...clock, breachAppears: i === 0, dueAfter: i === 1 ? null : clock.dueAfter }],
  }));
}

inChromium('re-base', (open) => {
  test('it shows which due times move and which breaches appear, worst first, and moves nothing by itself', async () => {
    const { page, desk, url } = await open({ as: 'chidi' });
    promisesOf(desk).behind = behind(150);
    await page.goto(`${url}/promises/cases`);
    await page.getByText('150 open cases are on older promises.').waitFor();
    await page.getByText('1 case would be late at once.').waitFor();
    await page.getByText('1 case would have no policy', { exact: false }).first().waitFor();
    const rows = page.getByRole('list', { name: 'Cases on older promises' }).getByRole('listitem');
    expect(await rows.nth(0).textContent()).toMatch(/HW-00000000 Lot 0.*2 h sooner, late at once/);
    expect(await rows.nth(1).textContent()).toMatch(/would have no policy/);
    expect(await rows.count()).toBe(50);
    expect(promisesOf(desk).moves).toEqual([]);
  });

  test('chosen cases move with a reason, some at a time, and what fails is told and tried again', async () => {
    const { page, desk, url } = await open({ as: 'chidi' });
    const fake = promisesOf(desk);
    fake.behind = behind(45);
    fake.stuck = [{ caseId: 'HW-00000003', message: 'HW-00000003 is solved; only open cases are re-based.' }];
    await page.goto(`${url}/promises/cases`);
    await page.getByRole('checkbox', { name: 'Move HW-00000002' }).uncheck();
    await page.getByRole('button', { name: 'Move 44 cases…' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Move them' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Why are they moved?').fill('Shorter for all');
    await dialog.getByRole('button', { name: 'Move them' }).click();
    await dialog.getByText('Moved 43 of 44').waitFor();
    await dialog.getByText('HW-00000003 is solved', { exact: false }).waitFor();
    expect(fake.moves.map(({ caseIds }) => caseIds.length)).toEqual([20, 20, 4]);
    expect(new Set(fake.moves.map(({ reason }) => reason))).toEqual(new Set(['Shorter for all']));
    fake.stuck = [];
    await dialog.getByRole('button', { name: 'Try the other one again' }).click();
    await dialog.getByText('Moved 44 of 44').waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByText('1 open case is on older promises.').waitFor();
  });

  test('others published since the preview: the desk refuses, nothing moves, and the new preview is there', async () => {
    const { page, desk, url } = await open({ as: 'chidi' });
    const fake = promisesOf(desk);
    fake.behind = behind(3);
    await page.goto(`${url}/promises/cases`);
    await page.getByText('3 open cases are on older promises.').waitFor();
    fake.publish(fake.current.promises, 'ben', 'Again');
    await page.getByRole('button', { name: 'Move 3 cases…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why are they moved?').fill('Shorter');
    await dialog.getByRole('button', { name: 'Move them' }).click();
    await dialog.getByText('Others are in force by now', { exact: false }).waitFor();
    expect(await dialog.textContent()).toContain('3 of the cases were not moved.');
    expect(fake.moves).toEqual([]);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByText('3 open cases are on older promises.').waitFor();
  });

  test('an agent sees the preview and cannot move anything', async () => {
    const { page, desk, url } = await open({ as: 'ana' });
    promisesOf(desk).behind = behind(2);
    await page.goto(`${url}/promises/cases`);
    await page.getByText('2 open cases are on older promises.').waitFor();
    expect(await page.getByRole('button', { name: /^Move/ }).count()).toBe(0);
    expect(await page.getByRole('checkbox').count()).toBe(0);
  });
});
