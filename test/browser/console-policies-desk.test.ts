import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../../core/case/case.ts';
import { DeskBed } from '../scenario/desk-bed.ts';
import { chromiumPath } from './chromium.ts';
import { consoleDist } from './console-dist.ts';
import { writtenPromises } from './fake-desk/written-promises.ts';

const executablePath = chromiumPath();
const isLeftOut = executablePath === null && process.env.CI !== 'true';
const define = isLeftOut ? defineAbsence : definePromises;
define();

function defineAbsence(): void {
  test('promises on the real desk: left out, for want of Chromium', () => expect(chromiumPath()).toBeNull());
}

/** Minutes from its creation to the due time of a case's first answer. */
async function minutesToReply(desk: DeskBed): Promise<{ minutes: number; policyVersion: string | null }> {
  const ana = await desk.signIn('ana');
  const found: Case = (await ana.caseOf('sam@customer.example')).case;
  const due = Date.parse(found.nextDueAt ?? '') - Date.parse(found.createdAt);
  return { minutes: due / 60_000, policyVersion: found.policyVersion };
}

function definePromises(): void {
  describe('promises, edited in a real browser on the real desk', () => {
    let desk: DeskBed;
    let browser: Browser;
    let page: Page;
    const faults: string[] = [];

    beforeAll(async () => {
      desk = await DeskBed.startForBrowser(consoleDist());
      const { calendars, policies } = writtenPromises();
      const [, everyday] = policies;
      if (!everyday) throw new Error('fixture: two policies');
      // Around the clock, so that the test holds at any hour of any day.
      const policy = { ...everyday, calendar: 'watch', escalation: undefined };
      await desk.reconfigure((config) => ({
        ...config,
        calendars: { watch: { timezone: 'UTC' }, office: calendars['office'] ?? { timezone: 'UTC' } },
        policies: [policy],
        schedules: { ...config.schedules, nights: { name: 'Nights', timezone: 'UTC', layers: [] } },
        users: config.users.map((user) => (user.id === 'ana' ? { ...user, roles: ['lead'] } : user)),
      }));
      browser = await chromium.launch({
        executablePath: executablePath ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
      });
      page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
      });
      await desk.mail({ subject: 'Where is lot 12?', text: 'It has not arrived.' });
    });
    afterAll(async () => {
      await browser.close();
      await desk[Symbol.asyncDispose]();
    });

    test('a lead shortens a target, the desk checks it, and it is in force for new cases alone', async () => {
      const before = await minutesToReply(desk);
      expect(before.minutes).toBe(480);
      await page.goto(desk.desk.url);
      await page.getByLabel('Who are you?').selectOption({ label: 'Ana Example' });
      await page
        .getByLabel('Password', { exact: false })
        .first()
        .fill(desk.desk.password ?? '');
      await page.getByRole('button', { name: /sign in/i }).click();
      await page.getByRole('link', { name: 'Promises' }).click();
      await page.getByRole('button', { name: /1\. Everyday/, expanded: false }).click();
      await page.getByLabel('First reply, normal').fill('3 h');
      await page.getByRole('button', { name: 'Review and publish' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Why is this changed?').fill('Nobody should wait a day');
      await dialog.getByRole('button', { name: 'Publish' }).click();
      await page.getByText('1 open case is on older promises.').waitFor();
      const { config, publishedBy, reason, source } = await desk.desk.ports.config.current();
      expect(config.policies[0]?.targets['first-reply']?.normal).toBe(180);
      expect({ publishedBy, reason, source }).toEqual({
        publishedBy: 'ana',
        reason: 'Nobody should wait a day',
        source: 'console',
      });
      expect(await minutesToReply(desk)).toEqual(before);
    });

    test('the open case is previewed and moved by an explicit step, which its history keeps', async () => {
      const rows = page.getByRole('list', { name: 'Cases on older promises' }).getByRole('listitem');
      expect(await rows.first().textContent()).toMatch(/Where is lot 12\?.*First reply.*5 h sooner/);
      await page.getByRole('button', { name: 'Move 1 case…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Why are they moved?').fill('The same for all');
      await dialog.getByRole('button', { name: 'Move it' }).click();
      await dialog.getByText('Moved 1 of 1').waitFor();
      await dialog.getByRole('button', { name: 'Done' }).click();
      await page.getByText('Every open case is on the promises in force').waitFor();
      const after = await minutesToReply(desk);
      expect(after.minutes).toBe(180);
      const ana = await desk.signIn('ana');
      const { events } = await ana.caseOf('sam@customer.example');
      expect(events.at(-1)).toMatchObject({
        type: 'case.rebased.v1',
        actor: { kind: 'agent', userId: 'ana' },
        data: { policyVersion: after.policyVersion, reason: 'The same for all' },
      });
    });

    test('what the desk alone can know is refused before it is published', async () => {
      await page.getByRole('tab', { name: 'Ladders' }).click();
      await page.getByLabel('Id of a new ladder').fill('standard');
      await page.getByRole('button', { name: 'Add the ladder' }).click();
      await page.getByRole('button', { name: 'Review and publish' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Why is this changed?').fill('A ladder');
      await expect.poll(() => dialog.getByRole('button', { name: 'Publish' }).isEnabled()).toBe(true);
      await dialog.getByRole('button', { name: 'Go on editing' }).click();
      await page.getByRole('group', { name: 'Who is told' }).getByLabel('Whom').selectOption('schedule');
      await page.getByLabel('Schedule').selectOption({ label: 'Nights' });
      await desk.reconfigure((config) => {
        const { nights: _gone, ...schedules } = config.schedules;
        return { ...config, schedules };
      });
      await page.getByRole('button', { name: 'Review and publish' }).click();
      await dialog.getByText('The desk refuses this draft').waitFor();
      await dialog.getByText('there is no schedule "nights"', { exact: false }).waitFor();
      await dialog.getByLabel('Why is this changed?').fill('A ladder');
      expect(await dialog.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
    });

    test('the console logged no fault', () => {
      expect(faults).toEqual([]);
    });
  });
}
