import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clockOf } from '../scenario/clocks-of.ts';
import { DeskBed } from '../scenario/desk-bed.ts';
import { withPromises } from '../scenario/promises-config.ts';
import { chromiumPath } from './chromium.ts';
import { consoleDist } from './console-dist.ts';

const executablePath = chromiumPath();
const patience = { timeout: 20_000 };
const isLeftOut = executablePath === null && process.env['CI'] !== 'true';
const define = isLeftOut ? defineAbsence : defineQuestions;
define();

function defineAbsence(): void {
  test('questions to departments on the real desk: left out, for want of Chromium', () =>
    expect(chromiumPath()).toBeNull());
}

function defineQuestions(): void {
  describe('questions to departments, in a real browser on the real desk', () => {
    const payments = 'payments@corp.example';
    let desk: DeskBed;
    let browser: Browser;
    let page: Page;
    let caseId = '';
    const faults: string[] = [];
    const question = () => page.getByRole('listitem', { name: 'Question to Payments' });
    const letters = async () =>
      (await desk.rawMailbox(payments)).map((raw) => Buffer.from(raw).toString('latin1'));

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
      await desk.mail({ subject: 'Where is my refund?', text: 'For lot 12.' });
      await page.getByRole('link', { name: /Where is my refund\?/ }).click();
      await page.getByRole('heading', { name: 'Where is my refund?' }).waitFor();
      caseId = page.url().split('/').at(-1) ?? '';
    });
    afterAll(async () => {
      await browser.close();
      await desk[Symbol.asyncDispose]();
    });

    test('a question goes to the department by mail, and its clock runs on the case', async () => {
      await page.getByRole('button', { name: 'Ask a department…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Department').selectOption({ label: 'Payments' });
      await dialog.getByLabel('What do you ask?').fill('Was refund 4711 sent?');
      await dialog.getByLabel('Put the case on hold until they answer').check();
      await dialog.getByRole('button', { name: 'Send the question' }).click();
      await dialog.waitFor({ state: 'detached' });
      await question()
        .getByRole('button', { name: /^Department answer: (4 h 00|3 h 59) min left, in time/ })
        .waitFor();
      await question()
        .getByText(/^Ana Example asked /)
        .waitFor();
      await desk.desk.settle();
      const [letter, ...more] = await letters();
      expect(more).toEqual([]);
      expect(letter).toContain('Was refund 4711 sent?');
      expect(letter).not.toMatch(/sam@customer|where is my refund/i);
      await page
        .getByRole('article', { name: 'Ana Example asked Payments' })
        .getByText('Handed to the mail provider')
        .waitFor();
      expect(await clockOf(desk, caseId, 'department')).toMatchObject({ state: 'running' });
    });

    test('their answer by SMTP shows on the case without a reload, stops the clock and opens the case', async () => {
      const [letter = ''] = await letters();
      const to = /^reply-to:\s*<?([^>\s]+)/im.exec(letter)?.[1] ?? '';
      await desk.mail({
        from: 'Jo Lind <jo@corp.example>',
        to,
        subject: `Re: Question about case ${caseId}`,
        text: 'Yes, on Monday.',
      });
      const answer = page.getByRole('article', { name: 'Jo Lind answered for Payments' });
      await answer.getByText('Yes, on Monday.').waitFor();
      await answer.getByText('From a department: the customer does not see it.').waitFor();
      await question().waitFor({ state: 'detached' });
      expect(await clockOf(desk, caseId, 'department')).toMatchObject({ state: 'met' });
      await page.getByText('The department payments set the status from On hold to Open').waitFor();
      const promises = page.getByRole('region', { name: 'Promises', exact: true });
      await promises.getByText(/^Ended \(\d/).click();
      await promises.getByText('Department answer Payments').waitFor();
      expect(await desk.mailbox('sam@customer.example')).toHaveLength(1);
    });

    test('one answer is typed in, one question withdrawn, and the console has logged no fault', async () => {
      const ana = await desk.signIn('ana');
      const ask = (text: string) => ana.post(`/cases/${caseId}/consults`, { department: 'payments', text });
      await ask('And the fee?');
      await page.getByRole('button', { name: 'Type in the answer of Payments' }).click();
      await page.getByLabel('Their answer').fill('The fee too, says Jo.');
      await page.getByRole('button', { name: 'Keep as their answer' }).click();
      await page
        .getByRole('article', { name: 'Ana Example wrote down what Payments answered' })
        .getByText('The fee too, says Jo.')
        .waitFor();
      expect(await clockOf(desk, caseId, 'department')).toMatchObject({ instance: 2, state: 'met' });
      await ask('And the tax?');
      await page.getByRole('button', { name: 'Withdraw the question to Payments' }).click();
      await page.getByLabel('Why is the answer not needed any more?').fill('There is none.');
      await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
      await page.getByText('withdrew the question to the department: There is none.').waitFor();
      await expect.poll(() => question().count(), patience).toBe(0);
      expect(await clockOf(desk, caseId, 'department')).toMatchObject({ instance: 3, state: 'cancelled' });
      expect(faults).toEqual([]);
    });
  });
}
