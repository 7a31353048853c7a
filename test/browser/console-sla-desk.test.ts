import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DeskBed } from '../scenario/desk-bed.ts';
import { withPromises } from '../scenario/promises-config.ts';
import { chromiumPath } from './chromium.ts';
import { consoleDist } from './console-dist.ts';

const executablePath = chromiumPath();
const patience = { timeout: 20_000 };
const isLeftOut = executablePath === null && process.env.CI !== 'true';
const define = isLeftOut ? defineAbsence : definePromises;
define();

function defineAbsence(): void {
  test('promises of a case on the real desk: left out, for want of Chromium', () =>
    expect(chromiumPath()).toBeNull());
}

function definePromises(): void {
  describe('promises of a case, in a real browser on the real desk', () => {
    let desk: DeskBed;
    let browser: Browser;
    let page: Page;
    let caseId = '';
    const faults: string[] = [];
    const panel = () => page.getByRole('region', { name: 'Promises', exact: true });

    beforeAll(async () => {
      desk = await DeskBed.startForBrowser(consoleDist());
      await desk.reconfigure((config) =>
        // Around the clock, so that the test holds at any hour of any day.
        withPromises(config, {
          calendars: { office: { timezone: 'Asia/Kolkata' }, payments: { timezone: 'UTC' } },
        }),
      );
      browser = await chromium.launch({
        executablePath: executablePath ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
      });
      page = await browser.newPage({ viewport: { width: 1440, height: 900 }, timezoneId: 'Europe/Madrid' });
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
      });
      await page.goto(desk.desk.url);
      await page.getByLabel('Who are you?').selectOption({ label: 'Ana Example' });
      await page
        .getByLabel('Password', { exact: false })
        .first()
        .fill(desk.desk.password ?? '');
      await page.getByRole('button', { name: /sign in/i }).click();
      await page.getByTestId('connection').getByText('Live', { exact: true }).waitFor();
    });
    afterAll(async () => {
      await browser.close();
      await desk[Symbol.asyncDispose]();
    });

    test('a mail comes in with its countdown and what it follows from', async () => {
      await desk.mail({ subject: 'Where is lot 12?', text: 'It has not arrived.' });
      const badge = page.getByRole('list', { name: 'Cases' }).locator('button[data-colour="green"]');
      await badge.waitFor();
      expect(await badge.textContent()).toMatch(/^(4 h 00|3 h 59) minFirst reply$/);
      await badge.hover();
      const card = page.getByRole('tooltip');
      await card.getByText(/^4 h in the hours of office, normal priority$/).waitFor();
      await card.getByText(/\(Asia\/Kolkata\)/).waitFor();
      await page.getByRole('link', { name: /Where is lot 12\?/ }).click();
      await page.getByRole('heading', { name: 'Where is lot 12?' }).waitFor();
      caseId = page.url().split('/').at(-1) ?? '';
    });

    test('the case lists its promises, and the desk\u2019s account of one adds up', async () => {
      await panel().getByText('Standard', { exact: true }).waitFor();
      await panel().getByRole('button', { name: 'Why: First reply' }).click();
      await page.getByRole('row', { name: 'Counted in all 4 h' }).waitFor();
      await page.getByRole('button', { name: 'Close' }).click();
    });

    test('a date set by hand moves the badge and is told in the timeline', async () => {
      await panel().getByRole('button', { name: 'Set when First reply is due' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Due').fill('2099-01-01T10:00');
      await dialog.getByLabel('Why?').fill('Agreed on the phone.');
      await dialog.getByRole('button', { name: 'Set the date' }).click();
      await dialog.getByText(/name a nearer time|choose an earlier date/).waitFor();
      const nextMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 16);
      await dialog.getByLabel('Due').fill(nextMonth);
      await dialog.getByRole('button', { name: 'Set the date' }).click();
      await page.getByText(/set First reply to be due .*: Agreed on the phone\./).waitFor();
      await panel().getByText('Date set by Ana Example: Agreed on the phone.').waitFor();
      await panel().getByRole('button', { name: 'Set when First reply is due' }).click();
      await dialog.getByLabel('Why?').fill('They wait after all.');
      await dialog.getByRole('button', { name: 'Give it back to the policy' }).click();
      await expect.poll(() => panel().getByText('Date set by').count(), patience).toBe(0);
    });

    test('an escalation by hand reaches the console of the one it names, who takes it on; the second is told', async () => {
      const ben = await desk.signIn('ben');
      await ben.post(`/cases/${caseId}/escalations`, {
        to: { user: 'ana' },
        reason: 'You know this seller.',
      });
      const strip = page.getByRole('region', { name: 'Open escalations' });
      await strip.getByText('Ben Example asks Ana Example: You know this seller.').waitFor();
      const open = page.getByRole('region', { name: `Escalation ${caseId}-E1` });
      await open.getByText(/told Ana Example/).waitFor();
      await open.getByRole('button', { name: 'Acknowledge: I take this on' }).click();
      await page.getByTestId('escalation-answer').getByText('You have taken it on').first().waitFor();
      await open.waitFor({ state: 'detached' });
      const second = await ben.post(`/escalations/${caseId}-E1/ack`);
      expect(second.body).toMatchObject({ outcome: 'already-acknowledged', by: { id: 'ana' } });
      await expect.poll(() => strip.count(), patience).toBe(0);
    });

    test('tags, spam and the console\u2019s health', async () => {
      await page.getByRole('button', { name: 'Tags…' }).click();
      await page.getByLabel('Tags', { exact: true }).fill('VIP lot-12');
      await page.getByRole('button', { name: 'Set the tags' }).click();
      await page.getByText('set the tags to #lot-12 #vip').waitFor();
      await page.getByRole('button', { name: 'Spam…', exact: true }).click();
      await page.getByLabel('Why is nobody waiting for an answer?').fill('A test of ours.');
      await page.getByRole('button', { name: 'Mark as spam' }).click();
      await page.getByText('marked the case as spam: A test of ours.').waitFor();
      await panel().getByText('Nothing is owed now.').waitFor();
      expect(faults).toEqual([]);
    });
  });
}
