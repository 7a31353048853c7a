import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { countdownOf } from '../../core/sla/countdown.ts';
import { inChromium } from './console-browser.ts';
import { contrastFaults } from './contrast-faults.ts';
import { ackedCrisisId } from './fake-desk/crisis-case.ts';
import type { FakeDesk } from './fake-desk/fake-desk.ts';
import { fullDesk } from './fake-desk/full-desk.ts';
import { promises } from './fake-desk/promises.ts';
import { StoredDesk } from './fake-desk/stored-desk.ts';
import { writeIn } from './fake-desk/write-in.ts';
import { namelessControls } from './nameless-controls.ts';

const minuteMs = 60_000;
const patience = { timeout: 10_000 };
/** Ten minutes before the office closes for the week-end. */
const fridayEvening = Date.parse('2026-11-20T16:50:00.000Z');
const caseId = 'HW-FR1DAY00';
const from = { name: 'Ines Prado', address: 'ines@mail.test' };

/** One case, written in `agoMs` before now, by a desk whose clock shows `nowMs`. */
function oneCase(nowMs: number, agoMs: number, mail: object = {}): StoredDesk {
  const stored = new StoredDesk();
  writeIn(stored, caseId, nowMs - agoMs, {
    from,
    subject: 'Where is lot 12?',
    reply: 'It has not arrived.',
    category: 'non-delivery',
    priority: 'high',
    ...mail,
  });
  return stored;
}

function at(nowMs: number): (desk: FakeDesk) => Promise<() => Promise<void>> {
  return (desk) => {
    desk.aheadMs = nowMs - Date.now();
    return Promise.resolve(() => Promise.resolve());
  };
}

const badge = (page: Page) => page.getByRole('list', { name: 'Cases' }).locator('button[data-colour]');

inChromium('promises', (open) => {
  test('each case shows what presses most: what is left, what it is, in colour, shape and words', async () => {
    const { page } = await open({ stored: fullDesk(Date.now()) });
    await badge(page).first().waitFor();
    const seen = await badge(page).evaluateAll((all: readonly { outerHTML: string }[]) =>
      all.map(({ outerHTML }) => outerHTML),
    );
    for (const colour of ['green', 'amber', 'red'])
      expect(seen.filter((html) => html.includes(`data-colour="${colour}"`))).not.toHaveLength(0);
    // A shape of its own for each colour.
    const shapeOf = (colour: string) =>
      /<path[^>]*>(?:.*?)<\/svg>/.exec(
        seen.find((html) => html.includes(`data-colour="${colour}"`)) ?? '',
      )?.[0];
    expect(new Set(['green', 'amber', 'red'].map(shapeOf)).size).toBe(3);
    expect(await badge(page).first().getAttribute('aria-label')).toMatch(
      /^Emergency answer: \d:\d\d left, getting short, due /,
    );
    await page.getByRole('link', { name: 'Waiting' }).click();
    await page.locator('button[data-colour="paused"]').first().waitFor();
    expect(await page.locator('button[data-colour="paused"]').first().textContent()).toMatch(
      /\d+ h \d+ min.*paused/,
    );
  });

  test('a case that no policy matches says so in the list and on the case, with why', async () => {
    const { page } = await open({
      stored: oneCase(Date.now(), minuteMs, { category: 'privacy-request' }),
    });
    await page.getByRole('list', { name: 'Cases' }).getByText('No policy').waitFor();
    await page.getByRole('link', { name: /Where is lot 12/ }).click();
    const panel = page.getByRole('region', { name: 'Promises' });
    await panel.getByText('No policy matches this case.').waitFor();
    await panel.getByText('everyday (category privacy-request)').waitFor();
  });

  test('the desk\u2019s clock counts, not this computer\u2019s', async () => {
    const now = Date.now() + 47 * minuteMs;
    const stored = oneCase(now, 100 * minuteMs);
    const { page, desk } = await open({ stored, prepare: at(now) });
    const promise = stored.cases.get(caseId)?.promise;
    if (!promise) throw new Error('fixture: nothing is promised');
    const labels = () =>
      [0, 1000, 2000].map((ms) => countdownOf(promise, desk.now() - ms, promises.calendars).label);
    await expect
      .poll(async () => labels().some((label) => label === '2 h 19 min' || label === '2 h 20 min'))
      .toBe(true);
    await expect
      .poll(async () => labels().includes((await badge(page).locator('.numbers').textContent()) ?? ''))
      .toBe(true);
  });

  test('near the end it counts seconds', async () => {
    const now = Date.now();
    const { page } = await open({ stored: oneCase(now, 235 * minuteMs) });
    const text = async () => (await badge(page).locator('.numbers').textContent()) ?? '';
    await expect.poll(text, patience).toMatch(/^4:\d\d$/);
    const before = await text();
    await expect.poll(text, patience).not.toBe(before);
  });

  test('two hundred badges run on one timer', async () => {
    const stored = new StoredDesk();
    for (let index = 0; index < 210; index += 1)
      writeIn(stored, `HW-M0RE0${String(index).padStart(3, '0')}`, Date.now() - index * 1500, {
        from,
        subject: `Case ${index}`,
        reply: 'x',
        category: 'harassment',
        priority: 'high',
      });
    const { page, url } = await open({ stored, path: '/failed' });
    await page.addInitScript(`
      window.pending = new Map();
      const set = window.setTimeout, clear = window.clearTimeout;
      window.setTimeout = (run, ms, ...rest) => {
        const id = set(() => { window.pending.delete(id); run(); }, ms, ...rest);
        window.pending.set(id, ms);
        return id;
      };
      window.clearTimeout = (id) => { window.pending.delete(id); clear(id); };
    `);
    await page.goto(`${url}/queue/active`);
    await badge(page).first().waitFor();
    for (let more = 1; more < 5; more += 1) {
      await page.getByRole('button', { name: 'Load more' }).click();
      await expect.poll(() => badge(page).count(), patience).toBe(Math.min(210, (more + 1) * 50));
    }
    expect(await page.evaluate('window.pending.size')).toBeLessThan(40);
    expect(
      await page.evaluate('[...window.pending.values()].filter((ms) => ms > 0 && ms <= 60_000).length'),
    ).toBeGreaterThan(0);
  });

  test('what a badge follows from shows on focus, hover and tap, and goes by Escape', async () => {
    const stored = oneCase(fridayEvening, 0, { priority: 'normal' });
    const { page } = await open({ stored, prepare: at(fridayEvening), context: { hasTouch: true } });
    await badge(page).waitFor();
    const card = page.getByRole('tooltip');
    await page.getByRole('link', { name: /Where is lot 12/ }).focus();
    await page.keyboard.press('Tab');
    const words = async () => (await card.textContent()) ?? '';
    await expect.poll(words, patience).toContain('8 h in the hours of office');
    expect(await words()).toContain(`Everyday, version ${promises.version.slice(0, 8)}`);
    expect(await words()).toMatch(/Mon 23 Nov, 17:50 \(Europe\/Madrid\)Mon 23 Nov, 16:50 \(Europe\/London\)/);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    await badge(page).hover();
    await card.waitFor();
    // The pointer may go into the card; only beyond it does the card go.
    await card.hover();
    await card.getByText('Everyday').waitFor();
    await page.getByRole('heading', { name: 'Queue' }).hover();
    await card.waitFor({ state: 'detached' });
    await badge(page).tap();
    await card.waitFor();
    await page.getByRole('heading', { name: 'Queue' }).tap();
    await card.waitFor({ state: 'detached' });
  });

  test('the full account can be added up by hand, over a week-end', async () => {
    const stored = oneCase(fridayEvening, 0, { priority: 'normal' });
    const { page } = await open({ stored, prepare: at(fridayEvening), path: `/cases/${caseId}` });
    await page.getByRole('button', { name: 'Why: First reply' }).click();
    const rows = page.getByRole('region', { name: 'Stretches of the clock' }).locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.allInnerTexts()).toEqual([
      'Fri 20 Nov, 16:50\tFri 20 Nov, 17:00\t10 min\topen',
      'Fri 20 Nov, 17:00\tMon 23 Nov, 09:00\tno (64 h)\tclosed hours',
      'Mon 23 Nov, 09:00\tMon 23 Nov, 16:50\t7 h 50 min\topen',
    ]);
    await page.getByRole('row', { name: 'Counted in all 8 h', exact: true }).waitFor();
    await page.getByRole('row', { name: 'Not counted 64 h closed hours', exact: true }).waitFor();
    await page.getByText('Mon 23 Nov, 16:50 (Europe/London); Mon 23 Nov, 17:50 (Europe/Madrid)').waitFor();
  });

  test('a due date is set by hand with a reason, and given back', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path: `/cases/${ackedCrisisId}` });
    await page.getByRole('button', { name: 'Set when Keep informed is due' }).click();
    const dialog = page.getByRole('dialog', { name: 'When Keep informed is due' });
    const save = dialog.getByRole('button', { name: 'Set the date' });
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByLabel('Due').fill('2020-01-01T10:00');
    await dialog.getByText('This time is past.').waitFor();
    await dialog.getByLabel('Due').fill('2030-01-01T10:00');
    await dialog.getByLabel('Why?').fill('The sheriff calls back at ten.');
    await save.click();
    await dialog.waitFor({ state: 'detached' });
    const panel = page.getByRole('region', { name: 'Promises' });
    await panel.getByText('Date set by Ana Ortiz: The sheriff calls back at ten.').waitFor();
    await page.getByText(/set Keep informed to be due Tuesday,? 1 January 2030/).waitFor();
    expect(desk.stored.cases.get(ackedCrisisId)?.nextDueAt).toBe('2030-01-01T09:00:00.000Z');
    await page.getByRole('button', { name: 'Set when Keep informed is due' }).click();
    await dialog.getByLabel('Why?').fill('He called already.');
    await dialog.getByRole('button', { name: 'Give it back to the policy' }).click();
    await page
      .getByText('gave the due time of Keep informed back to the policy: He called already.')
      .waitFor();
    await expect.poll(() => panel.getByText('Date set by').count(), patience).toBe(0);
  });

  test('a refusal stays in the dialog with what was written', async () => {
    const { page } = await open({ stored: fullDesk(Date.now()), path: `/cases/${ackedCrisisId}` });
    await page.getByRole('button', { name: 'Set when Keep informed is due' }).click();
    const dialog = page.getByRole('dialog', { name: 'When Keep informed is due' });
    await dialog.getByLabel('Due').fill('2099-01-01T10:00');
    await dialog.getByLabel('Why?').fill('A call is agreed.');
    await dialog.getByRole('button', { name: 'Set the date' }).click();
    await dialog.getByText(/is no time within ten years; choose an earlier date/).waitFor();
    expect(await dialog.getByLabel('Why?').inputValue()).toBe('A call is agreed.');
  });

  test('warnings, breaches and moved due times are told in the timeline', async () => {
    const now = Date.now();
    const stored = oneCase(now, 300 * minuteMs);
    stored.record(caseId, now - 250 * minuteMs, [
      {
        actor: { kind: 'agent', userId: 'ben' },
        fact: {
          type: 'case.priority-changed.v1',
          data: { from: 'high', to: 'urgent', reason: 'She is afraid.' },
        },
      },
    ]);
    const { page } = await open({ stored, path: `/cases/${caseId}` });
    await page
      .getByText(/^First reply: now due .* by everyday, urgent priority \(the case changed\)$/)
      .waitFor();
    await page.getByText('First reply: 80 % of its time is gone').waitFor();
    await page.getByText('First reply: was due and nobody had kept it').waitFor();
    const panel = page.getByRole('region', { name: 'Promises' });
    await panel.getByText(/^Due and not kept/).waitFor();
    expect(await panel.locator('button[data-colour="red"]').first().textContent()).toMatch(/^late 4 h/);
  });

  test('without its hours a badge tells the wall clock, and why no more', async () => {
    const stored = oneCase(fridayEvening, 0, { priority: 'normal' });
    const { page } = await open({ stored, prepare: at(fridayEvening), path: '/failed' });
    await page.route('**/api/sla/policies/*', (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({ title: 'failed', detail: 'The store is away.', code: 'store.unavailable' }),
      }),
    );
    await page.getByRole('link', { name: 'Queue', exact: true }).click();
    await expect.poll(() => badge(page).textContent(), patience).toContain('due Mon 23 Nov, 17:50');
    await badge(page).click();
    await page
      .getByRole('tooltip')
      .getByText('Its hours cannot be read: The store is away.')
      .waitFor({ timeout: 15_000 });
  });

  for (const { name, ...context } of [
    { name: 'wide and dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
    { name: 'phone and light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  ] as const)
    test(`cards and accounts are ${name}: named controls, AA contrast, no sideways scrolling`, async () => {
      const { page } = await open({ stored: fullDesk(Date.now()), context, path: `/cases/${ackedCrisisId}` });
      await page.getByText(/^Ended \(/).click();
      await page.locator('button[data-colour]').first().click();
      await page.getByRole('tooltip').waitFor();
      const faults = async () => ({
        nameless: await namelessControls(page),
        faint: await contrastFaults(page),
        sideways: await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        ),
      });
      expect(await faults()).toEqual({ nameless: [], faint: [], sideways: 0 });
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Why: Keep informed' }).click();
      await page.getByRole('region', { name: 'Stretches of the clock' }).waitFor();
      expect(await faults()).toEqual({ nameless: [], faint: [], sideways: 0 });
    });
});
