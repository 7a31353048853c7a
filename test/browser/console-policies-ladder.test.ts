import { expect, test } from 'vitest';
import { inChromium } from './console-browser.ts';
import { promisesOf } from './fake-desk/answer-promises.ts';

const patience = { timeout: 10_000 };

inChromium('schedules in a ladder', (open) => {
  test('a schedule is chosen by its name, and one that is gone is told', async () => {
    const { page, desk } = await open({
      as: 'chidi',
      path: '/promises/ladders',
      prepare: (started) => {
        promisesOf(started).schedules = [
          { id: 'first', name: 'First on call' },
          { id: 'nights', name: 'Nights' },
        ];
        return Promise.resolve(() => Promise.resolve());
      },
    });
    await page.getByRole('button', { name: /Standard/, expanded: false }).click();
    const schedule = page.getByRole('region', { name: 'Levels' }).getByLabel('Schedule');
    const choices = schedule.locator('option');
    await expect
      .poll(() => choices.allTextContents(), patience)
      .toEqual(['leads (is gone)', 'First on call', 'Nights']);
    await schedule.selectOption({ label: 'Nights' });
    await expect.poll(() => choices.allTextContents(), patience).toEqual(['First on call', 'Nights']);

    const levels = page.getByRole('region', { name: 'Levels' });
    await levels.getByLabel('Whom').first().selectOption('schedule');
    await schedule.first().locator('option', { hasText: 'choose a schedule' }).waitFor({ state: 'attached' });
    const publish = page.getByRole('button', { name: 'Review and publish' });
    await expect.poll(() => publish.isDisabled(), patience).toBe(true);
    await schedule.first().selectOption({ label: 'First on call' });

    await publish.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why is this changed?').fill('Nights are ours');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.waitForURL('**/promises/cases');
    const targets = promisesOf(desk).current.promises.ladders['standard']?.levels.map(
      (level) => level.targets,
    );
    expect(targets).toEqual([
      [{ schedule: 'first' }],
      [{ role: 'lead' }, { user: 'chidi' }],
      [{ schedule: 'nights' }],
    ]);
  });

  test('who only reads sees the name', async () => {
    const { page } = await open({ as: 'ana', path: '/promises/ladders' });
    await page.getByRole('button', { name: /Standard/, expanded: false }).click();
    await page.getByText('on call in schedule Leads at night').waitFor();
  });
});
