import { expect, test } from 'vitest';
import { inChromium } from './console-browser.ts';
import { openCrisisId } from './fake-desk/crisis-case.ts';
import { fullDesk } from './fake-desk/full-desk.ts';
import { closePage, openPage } from './fake-desk/open-page.ts';
import { writeIn } from './fake-desk/write-in.ts';

const pageId = `${openCrisisId}-P1`;

inChromium('paging', (open) => {
  test('the banner stands on every screen and the key a acknowledges only while it is focused', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path: '/failed' });
    const banner = page.getByRole('region', { name: 'Emergency pages' });
    await banner.getByText('Emergency page: Self-harm').waitFor();
    await page.keyboard.press('a');
    expect(desk.requests.some((request) => request.endsWith('/ack'))).toBe(false);
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.keyboard.press('a');
    await page
      .getByTestId('page-outcome')
      .getByText(/^You acknowledged at \d\d:\d\d:\d\d\. The case is yours\.$/)
      .waitFor();
    expect(desk.stored.pages.get(pageId)?.ack?.userId).toBe('ana');
    await page.getByTestId('page-outcome').getByRole('link', { name: 'Open case' }).click();
    await page.getByText('Emergency page acknowledged').waitFor();
    expect(await page.getByLabel('Assignee').inputValue()).toBe('ana');
  });

  test('a second acker is told who was first and when', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), as: 'ben' });
    desk.beforeAck = (id) => closePage(desk.stored, id, 'ana', Date.now() - 12_500);
    await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
    await page
      .getByTestId('page-outcome')
      .getByText(/^Ana Ortiz acknowledged 12 s before you at \d\d:\d\d:\d\d\.$/)
      .waitFor();
  });

  test('a page for this person rings: seen is reported, the title alternates, no personal word in it', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), as: 'dana' });
    await page.getByTestId('connection').getByText('Live', { exact: true }).waitFor();
    await page.getByText('This page is for you').waitFor({ state: 'detached' });
    const caseId = 'HW-PAGED000';
    writeIn(desk.stored, caseId, Date.now(), {
      from: { name: 'Omar Vidal', address: 'omar@mail.test' },
      subject: 'Goodbye',
      reply: 'Goodbye',
      priority: 'emergency',
      category: 'self-harm',
    });
    openPage(desk.stored, caseId, Date.now(), []);
    const attemptKey = `${caseId}-P1#0#dana#console`;
    const words = { code: `${caseId}-P1`, title: 'Emergency page', text: 'self-harm' };
    desk.push({ type: 'page', pageId: `${caseId}-P1`, caseId, attemptKey, ...words }, 'dana');
    await page.getByText('This page is for you').waitFor();
    await expect.poll(() => desk.seen).toEqual([attemptKey]);
    await expect.poll(() => page.title(), { timeout: 5000 }).toBe('(!) EMERGENCY PAGE');
    await expect.poll(() => page.title(), { timeout: 5000 }).toBe('Queue · Harborwatch');

    closePage(desk.stored, `${caseId}-P1`, 'ben', Date.now());
    desk.push({ type: 'page.closed', pageId: `${caseId}-P1`, by: 'ben', outcome: 'acknowledged' });
    await page
      .getByTestId('page-outcome')
      .getByText(/^Ben Achterberg acknowledged this page at/)
      .waitFor();
    await page.getByText('This page is for you').waitFor({ state: 'detached' });
  });

  test('sound is asked for by a button, rings while the page is open and can be silenced for a minute', async () => {
    const { page } = await open({ stored: fullDesk(Date.now()) });
    await page.evaluate(`(() => {
      window.tones = 0;
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (...args) { window.tones += 1; return start.apply(this, args); };
    })()`);
    const tones = () => page.evaluate('window.tones') as Promise<number>;
    await page.getByRole('button', { name: 'Turn on sound' }).click();
    await expect.poll(tones, { timeout: 8000 }).toBeGreaterThan(6);
    await page.getByRole('button', { name: 'Silence for 1 minute' }).click();
    await page.getByText(/Sound is silenced for \d+ s/).waitFor();
    const after = await tones();
    await page.getByText(/Sound is silenced for 5[0-6] s/).waitFor({ timeout: 12_000 });
    expect(await tones()).toBe(after);
  });

  test('a page is cancelled with a reason, and its attempts show every stamp', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path: `/cases/${openCrisisId}` });
    await page.getByText('Attempts and time stamps').click();
    const stamps = page.locator('dl').filter({ hasText: 'Committed' });
    expect(await stamps.locator('dt').allTextContents()).toEqual([
      'Received',
      'Detected',
      'Committed',
      'Dispatched',
      'Accepted',
      'Delivered',
      'Seen',
      'Acknowledged',
      'Human reply',
    ]);
    expect(await stamps.textContent()).toContain('+55 ms');
    expect(
      await page
        .getByRole('region', { name: `Attempts of ${pageId}` })
        .getByRole('row')
        .count(),
    ).toBe(4);
    await page.getByText('no answer within 5 s').waitFor();
    await page.getByRole('button', { name: 'Cancel the page' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('A drill.');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the page' }).click();
    await page.getByText('Emergency page cancelled').waitFor();
    expect(desk.stored.pages.get(pageId)?.cancelled?.reason).toBe('A drill.');
  });
});
