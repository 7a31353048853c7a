import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DeskBed } from '../scenario/desk-bed.ts';
import { chromiumPath } from './chromium.ts';
import { consoleDist } from './console-dist.ts';

const executablePath = chromiumPath();
const patience = { timeout: 20_000 };
const isLeftOut = executablePath === null && process.env.CI !== 'true';
const define = isLeftOut ? defineAbsence : defineMainJob;
define();

function defineAbsence(): void {
  test('the main job in a browser: left out, for want of Chromium', () => expect(chromiumPath()).toBeNull());
}

function defineMainJob(): void {
  describe('the main job, in a real browser on the real desk', () => {
    let desk: DeskBed;
    let browser: Browser;
    let page: Page;
    const faults: string[] = [];

    beforeAll(async () => {
      desk = await DeskBed.startForBrowser(consoleDist());
      browser = await chromium.launch({
        executablePath: executablePath ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
      });
      page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => faults.push(error.message));
    });
    afterAll(async () => {
      await browser.close();
      await desk[Symbol.asyncDispose]();
    });

    test('somebody signs in and sees an empty queue', async () => {
      await page.goto(desk.desk.url);
      await page.getByLabel('Who are you?').selectOption({ label: 'Ana Example' });
      await page
        .getByLabel('Password', { exact: false })
        .first()
        .fill(desk.desk.password ?? '');
      await page.getByRole('button', { name: /sign in/i }).click();
      await page.getByRole('heading', { name: 'Queue' }).waitFor();
      await page.getByTestId('connection').getByText('Live', { exact: true }).waitFor();
    });

    test('a mail sent over SMTP is in the queue without a reload', async () => {
      await desk.mail({
        subject: 'Where is lot 12?',
        text: 'It has not arrived.',
        messageId: '<lot12@customer.example>',
      });
      await page.getByRole('link', { name: /Where is lot 12\?/ }).waitFor();
    });

    test('a person at risk comes on top, with the words that decided it marked, and pages', async () => {
      await desk.mail({
        from: 'jo@customer.example',
        subject: 'goodbye',
        text: 'I am going to kill myself tonight. I have the pills here.',
        messageId: '<jo@customer.example>',
      });
      const first = page.getByRole('list', { name: 'Cases' }).getByRole('link').first();
      await expect.poll(() => first.textContent(), patience).toContain('goodbye');
      expect(await first.textContent()).toMatch(/emergency/i);
      await first.click();
      await page.getByRole('heading', { name: 'goodbye' }).waitFor();
      await expect.poll(() => page.locator('mark').allTextContents(), patience).not.toEqual([]);
      expect((await page.locator('mark').allTextContents()).join(' ')).toMatch(/kill myself/);
    });

    test('an ack in the console ends the page and takes the case', async () => {
      await page.getByRole('button', { name: /^Acknowledge: I take this case/ }).click();
      await expect.poll(() => page.getByRole('button', { name: /^Acknowledge/ }).count(), patience).toBe(0);
      await page
        .getByText(/Ana Example acknowledged/)
        .first()
        .waitFor();
      expect((await desk.desk.ports.store.listOpenPages({ limit: 10 })).items).toEqual([]);
    });

    test('the answer is sent from the case, reaches the outbox, and the answer to it comes back to the case', async () => {
      await page.getByRole('textbox').first().fill('Jo, I am Ana. I am here with you now. Are you alone?');
      await page.getByRole('button', { name: 'Send reply' }).click();
      await page.getByText('Jo, I am Ana.').first().waitFor();
      await expect.poll(async () => (await desk.mailbox('jo@customer.example')).length, patience).toBe(2);
      const [, reply] = await desk.mailbox('jo@customer.example');
      expect(reply?.mail).toMatchObject({
        inReplyTo: '<jo@customer.example>',
        references: ['<jo@customer.example>'],
      });
      const replyTo = reply?.headers.find(({ name }) => name.toLowerCase() === 'reply-to')?.value ?? '';
      await desk.mail({
        from: 'jo@customer.example',
        to: replyTo,
        subject: 'Re: goodbye',
        text: 'yes. thank you for answering',
      });
      await page.getByText('yes. thank you for answering').waitFor();
      await page.getByRole('link', { name: 'Outbox' }).click();
      await page
        .getByText(/Re: goodbye/)
        .first()
        .waitFor();
    });

    test('the console logged no fault', () => {
      expect(faults).toEqual([]);
    });
  });
}
