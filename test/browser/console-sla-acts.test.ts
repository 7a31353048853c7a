import { expect, test } from 'vitest';
import { inChromium } from './console-browser.ts';
import { ackedCrisisId, openCrisisId } from './fake-desk/crisis-case.ts';
import { fullDesk } from './fake-desk/full-desk.ts';

const path = `/cases/${ackedCrisisId}`;
const patience = { timeout: 10_000 };

inChromium('acts on a case', (open) => {
  test('at the end of a shift the case asks to be handed over, and is', async () => {
    const shiftEndsAt = '2026-11-22T05:00:00.000Z';
    const { page, desk } = await open({
      stored: fullDesk(Date.now()),
      as: 'ben',
      path,
      prepare: (started) => {
        started.handoversOf = (userId) => {
          const subject = started.stored.cases.get(ackedCrisisId);
          const mine = subject?.assignee === userId;
          return { shiftEndsAt, items: mine ? [{ case: subject, why: 'keep-informed runs on' }] : [] };
        };
        return Promise.resolve(() => Promise.resolve());
      },
    });
    await page.getByText('Your shift ends at 06:00: hand this case over').waitFor();
    const strip = page.getByRole('region', { name: 'Open escalations' });
    await strip.getByRole('link', { name: 'He said he is coming to my house' }).waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Hand over…' }).click();
    const dialog = page.getByRole('dialog', { name: `Hand ${ackedCrisisId} over` });
    expect(await dialog.getByRole('button', { name: 'Hand over' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Who takes the case on?').selectOption({ label: 'Dana Whitfield' });
    await dialog.getByLabel('What must they know?').fill('The sheriff has the address; write at eight.');
    await dialog.getByRole('button', { name: 'Hand over' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByText(
        'handed the case over from Ben Achterberg to Dana Whitfield: The sheriff has the address; write at eight.',
      )
      .waitFor();
    await expect.poll(() => page.getByText('hand this case over').count(), patience).toBe(0);
    expect(desk.stored.cases.get(ackedCrisisId)?.assignee).toBe('dana');
  });

  test('a case is merged into another with a reason, and leads there', async () => {
    const { page, url } = await open({ stored: fullDesk(Date.now()), path });
    await page.getByRole('button', { name: 'Merge…' }).click();
    const dialog = page.getByRole('dialog');
    const merge = dialog.getByRole('button', { name: 'Merge' });
    await dialog.getByLabel('Why are they one?').fill('Wes wrote twice.');
    await dialog.getByLabel('Into which case?').fill(ackedCrisisId);
    await dialog.getByText('A case cannot be merged into itself.').waitFor();
    await dialog.getByLabel('Into which case?').fill('HW-00000000');
    await merge.click();
    await dialog.getByText('There is no case HW-00000000.').waitFor();
    await dialog.getByLabel('Into which case?').fill(openCrisisId.toLowerCase());
    await merge.click();
    await page.getByRole('heading', { name: 'Lot 214' }).waitFor();
    await page.getByText(`merged ${ackedCrisisId} into this case`).waitFor();
    await page.goto(url + path);
    await page
      .getByRole('banner')
      .or(page.locator('header'))
      .getByRole('link', { name: openCrisisId })
      .waitFor();
    expect(await page.getByRole('button', { name: 'Merge…' }).count()).toBe(0);
  });

  test('spam is marked and unmarked with a reason, and its promises follow', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path });
    await page.getByRole('button', { name: 'Spam…', exact: true }).click();
    await page.getByLabel('Why is nobody waiting for an answer?').fill('A sales letter.');
    await page.getByRole('button', { name: 'Mark as spam' }).click();
    await page.getByText('marked the case as spam: A sales letter.').waitFor();
    expect(desk.stored.cases.get(ackedCrisisId)?.flags).toContain('spam');
    await page.getByRole('button', { name: 'Not spam…' }).click();
    await page.getByLabel('Why is it a real message?').fill('It was Wes.');
    await page.getByRole('button', { name: 'Take the mark off' }).click();
    await page.getByText('took the mark of spam off: It was Wes.').waitFor();
    expect(desk.stored.cases.get(ackedCrisisId)?.flags).not.toContain('spam');
  });

  test('tags are set together, each once', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path });
    await page.getByRole('button', { name: 'Tags…' }).click();
    await page.getByLabel('Tags', { exact: true }).fill('#vip lot-214, vip');
    await page.getByRole('button', { name: 'Set the tags' }).click();
    await page.getByText('set the tags to #vip #lot-214').waitFor();
    expect(desk.stored.cases.get(ackedCrisisId)?.tags).toEqual(['vip', 'lot-214']);
  });
});
