import { expect, test } from 'vitest';
import { inChromium } from './console-browser.ts';
import { ackedCrisisId, openCrisisId } from './fake-desk/crisis-case.ts';
import { fullDesk } from './fake-desk/full-desk.ts';
import { writeIn } from './fake-desk/write-in.ts';

inChromium('queue', (open) => {
  test('emergencies stand on top, the one with an open page first', async () => {
    const { page } = await open({ stored: fullDesk(Date.now()) });
    const rows = page.getByRole('list', { name: 'Cases' }).getByRole('link');
    await rows.first().waitFor();
    expect(await rows.nth(0).textContent()).toContain(openCrisisId);
    expect(await rows.nth(0).textContent()).toContain('emergency');
    expect(await rows.nth(0).textContent()).toContain('page open');
    expect(await rows.nth(1).textContent()).toContain(ackedCrisisId);
    const words = await rows.allTextContents();
    const order = words.map((row) => /^(emergency|urgent|high|normal|low)/.exec(row)?.[1] ?? '');
    expect([...new Set(order)]).toEqual(
      ['emergency', 'urgent', 'high', 'normal', 'low'].filter((p) => order.includes(p)),
    );
  });

  test('a case that comes in appears without a reload and is announced', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()) });
    await page.getByTestId('connection').getByText('Live', { exact: true }).waitFor();
    await page.getByRole('list', { name: 'Cases' }).waitFor();
    writeIn(desk.stored, 'HW-NEWCASE0', Date.now(), {
      from: { name: 'Ines Prado', address: 'ines@mail.test' },
      subject: 'They found my school',
      reply: 'Please help.',
      priority: 'emergency',
      category: 'child-safety',
    });
    desk.changed('HW-NEWCASE0');
    await page.getByRole('link', { name: /They found my school/ }).waitFor();
    await expect
      .poll(() => page.getByTestId('announcer').textContent())
      .toContain('One new case, 1 of them an emergency.');
  });

  test('the keyboard alone goes through the queue, opens a case and comes back', async () => {
    const { page } = await open({ stored: fullDesk(Date.now()) });
    await page.getByRole('list', { name: 'Cases' }).waitFor();
    const focused = () => page.locator(':focus').textContent();
    await page.keyboard.press('j');
    expect(await focused()).toContain(openCrisisId);
    await page.keyboard.press('j');
    expect(await focused()).toContain(ackedCrisisId);
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    expect(await focused()).toContain(openCrisisId);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Lot 214' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Next case').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('more cases are loaded on demand, each once', async () => {
    const stored = fullDesk(Date.now());
    for (let index = 0; index < 60; index += 1) {
      const from = { name: '', address: `w${index}@mail.test` };
      writeIn(stored, `HW-M0RE00${String(index).padStart(2, '0')}`, Date.now(), {
        from,
        subject: `More ${index}`,
        reply: 'x',
      });
    }
    const { page } = await open({ stored });
    const rows = page.getByRole('list', { name: 'Cases' }).getByRole('link');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(50);
    await page.getByRole('button', { name: 'Load more' }).click();
    await expect.poll(() => rows.count()).toBeGreaterThan(50);
    const words = await rows.allTextContents();
    expect(new Set(words).size).toBe(words.length);
  });

  test('a lost link is shown, and everything is read again when it is back', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()) });
    const connection = page.getByTestId('connection');
    await expect.poll(() => connection.textContent()).toBe('Live');
    desk.acceptSockets = false;
    desk.dropSockets();
    await expect.poll(() => connection.textContent()).toBe('Reconnecting');
    writeIn(desk.stored, 'HW-WH1LEAWY', Date.now(), {
      from: { name: '', address: 'w@mail.test' },
      subject: 'Sent while the link was down',
      reply: 'Hello',
      priority: 'emergency',
    });
    desk.acceptSockets = true;
    await expect.poll(() => connection.textContent(), { timeout: 20_000 }).toBe('Live');
    await page.getByRole('link', { name: /Sent while the link was down/ }).waitFor({ timeout: 5000 });
  });

  test('an empty and a failing desk say so, and try again', async () => {
    const { page, desk } = await open();
    await page.getByText('Nothing needs you now').waitFor();
    await page.getByRole('link', { name: 'Failed mail' }).click();
    await page.getByText('No mail has failed').waitFor();
    desk.mode = 'failing';
    await page.reload();
    await page.getByText('The failed mail could not be loaded').waitFor();
    await page.getByText('Open emergency pages cannot be read now').waitFor();
    desk.mode = 'well';
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('No mail has failed').waitFor();
  });

  test('a failed mail is tried again by its button', async () => {
    const { page } = await open({ stored: fullDesk(Date.now()), path: '/failed' });
    await page.getByRole('button', { name: 'Try the mail of no-reply@carrier.test again' }).click();
    await page.getByText('No mail has failed').waitFor();
  });
});
