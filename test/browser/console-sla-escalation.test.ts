import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inChromium } from './console-browser.ts';
import { contrastFaults } from './contrast-faults.ts';
import { takeOn } from './fake-desk/answer-escalations.ts';
import { ackedCrisisId } from './fake-desk/crisis-case.ts';
import { fullDesk } from './fake-desk/full-desk.ts';
import type { StoredDesk } from './fake-desk/stored-desk.ts';
import { namelessControls } from './nameless-controls.ts';

const patience = { timeout: 10_000 };

/** The escalation whose levels were told, and the one that Ben asked Ana for. */
function escalations(stored: StoredDesk): { told: string; asked: string } {
  const all = [...stored.slas.values()].flatMap((sla) => sla.escalations);
  const told = all.find((each) => each.told !== null)?.id;
  const asked = all.find(({ cause }) => cause.kind === 'manual')?.id;
  if (!told || !asked) throw new Error('fixture: two escalations are wanted');
  return { told, asked };
}

const caseOf = (id: string) => id.replace(/-E\d+$/, '');
const strip = (page: Page) => page.getByRole('region', { name: 'Open escalations' });

inChromium('escalations', (open) => {
  test('the case tells whom it told and when, who is next and when, and takes an answer', async () => {
    const stored = fullDesk(Date.now());
    const { told } = escalations(stored);
    const { page, desk } = await open({ stored, path: `/cases/${caseOf(told)}` });
    const panel = page.getByRole('region', { name: `Escalation ${told}` });
    await panel.getByText(/^Level 1 \(agent\) told .+ \(console, email\), /).waitFor();
    await panel.getByText(/^Level 2 \(lead\) told Chidi Okafor \(console, email\), /).waitFor();
    await panel
      .getByText(/^Next: level 3 \(head\): every head, who is on call in duty-manager, in \d+ min/)
      .waitFor();
    await panel.getByRole('button', { name: 'Acknowledge: I take this on' }).click();
    await expect
      .poll(() => page.getByTestId('escalation-answer').first().textContent(), patience)
      .toMatch(/You have taken it on at \d\d:\d\d:\d\d\. Nobody else is told\./);
    await panel.waitFor({ state: 'detached' });
    expect(desk.stored.escalation(told)?.acknowledged?.by).toBe('ana');
    await page.getByText('Escalation 1: Ana Ortiz has taken it on').waitFor();
    await page.getByText('One escalation that is over').click();
    await page.getByText(/Ana Ortiz took it on by the console/).waitFor();
  });

  test('who is second is told who was first and when, and nothing is shown before the desk has answered', async () => {
    const stored = fullDesk(Date.now());
    const { told } = escalations(stored);
    const { page, desk } = await open({ stored, path: `/cases/${caseOf(told)}` });
    const panel = page.getByRole('region', { name: `Escalation ${told}` });
    const button = panel.getByRole('button', { name: 'Acknowledge: I take this on' });
    await button.waitFor();
    desk.mode = 'slow';
    desk.beforeAck = (id) => {
      const escalation = desk.stored.escalation(id);
      if (escalation && !escalation.acknowledged) takeOn(desk, escalation, 'chidi');
    };
    await button.click();
    await panel.locator('button[data-loading]').waitFor();
    expect(await page.getByTestId('escalation-answer').count()).toBe(0);
    desk.mode = 'well';
    await expect
      .poll(() => page.getByTestId('escalation-answer').first().textContent(), patience)
      .toMatch(/Chidi Okafor took it on .+ before you, at \d\d:\d\d:\d\d\./);
  });

  test('a refused answer says so and can be tried again', async () => {
    const stored = fullDesk(Date.now());
    const { told } = escalations(stored);
    const { page, desk } = await open({ stored, path: `/cases/${caseOf(told)}` });
    const button = page.getByRole('button', { name: 'Acknowledge: I take this on' });
    const answer = page.getByTestId('escalation-answer');
    await button.waitFor();
    desk.mode = 'failing';
    await button.click();
    await answer.getByText('Not taken on: The store did not answer within 10 s.').waitFor();
    desk.mode = 'well';
    await button.click();
    await answer.getByText('You have taken it on').waitFor();
  });

  test('what concerns me is on every screen, the rest of the desk on demand', async () => {
    const stored = fullDesk(Date.now());
    const { asked } = escalations(stored);
    const { page } = await open({ stored, path: '/failed' });
    await strip(page).getByText('Ben Achterberg asks Ana Ortiz: You know this ring of accounts').waitFor();
    const count = await strip(page).getByRole('listitem').count();
    await strip(page)
      .getByRole('button', { name: /^Show all \d+ open escalations/ })
      .click();
    await expect.poll(() => strip(page).getByRole('listitem').count(), patience).toBeGreaterThan(count);
    await strip(page).getByRole('button', { name: 'Show only what concerns me' }).click();
    await strip(page)
      .getByRole('button', { name: `Acknowledge ${asked}` })
      .click();
    await strip(page).getByText('You have taken it on').waitFor();
    await expect
      .poll(
        () =>
          strip(page)
            .getByRole('button', { name: `Acknowledge ${asked}` })
            .count(),
        patience,
      )
      .toBe(0);
  });

  test('an escalation that is pushed to me appears without a reload', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), as: 'dana' });
    await page.getByTestId('connection').getByText('Live', { exact: true }).waitFor();
    desk.stored.record(ackedCrisisId, Date.now(), [
      {
        actor: { kind: 'agent', userId: 'ben' },
        fact: {
          type: 'case.escalated.v1',
          data: { to: { tier: 'agent' }, reason: 'He is at the door again.' },
        },
      },
    ]);
    const id = `${ackedCrisisId}-E${desk.stored.slas.get(ackedCrisisId)?.escalationCount ?? 0}`;
    desk.push({ type: 'escalation', escalationId: id, caseId: ackedCrisisId }, 'dana');
    await strip(page).getByText('He is at the door again.').waitFor();
    await expect.poll(() => page.getByTestId('announcer').textContent(), patience).toContain(ackedCrisisId);
  });

  test('a person escalates by hand, to a level, a person or a department, and gives a reason', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path: `/cases/${ackedCrisisId}` });
    const dialog = page.getByRole('dialog', { name: `Escalate ${ackedCrisisId}` });
    const send = dialog.getByRole('button', { name: 'Escalate' });
    const lastTo = () =>
      desk.stored.eventsOf(ackedCrisisId).findLast(({ type }) => type === 'case.escalated.v1')?.data;
    const begin = async (kind: string) => {
      await page.getByRole('button', { name: 'Escalate…' }).click();
      await dialog.getByLabel('To', { exact: true }).selectOption({ label: kind });
      expect(await send.isDisabled()).toBe(true);
      await dialog.getByLabel('Why?').fill('The police ask for a name.');
    };
    await begin('a level of the ladder');
    await dialog.getByLabel('Level').selectOption({ label: 'the manager' });
    await send.click();
    await dialog.waitFor({ state: 'detached' });
    expect(lastTo()).toEqual({ to: { tier: 'manager' }, reason: 'The police ask for a name.' });
    await begin('a person');
    await dialog.getByLabel('Person').selectOption({ label: 'Dana Whitfield' });
    await send.click();
    await dialog.waitFor({ state: 'detached' });
    expect(lastTo()).toMatchObject({ to: { user: 'dana' } });
    await begin('another department');
    await dialog.getByLabel('Department').selectOption({ label: 'Legal' });
    await send.click();
    await dialog.waitFor({ state: 'detached' });
    expect(lastTo()).toMatchObject({ to: { department: 'legal' } });
    await page.getByText('escalated to the department legal: The police ask for a name.').waitFor();
  });

  for (const { name, ...context } of [
    { name: 'wide and light', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
    { name: 'phone and dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  ] as const)
    test(`escalations are ${name}: named controls, AA contrast, no sideways scrolling`, async () => {
      const stored = fullDesk(Date.now());
      const { told } = escalations(stored);
      const { page } = await open({ stored, context, path: `/cases/${caseOf(told)}` });
      await page.getByRole('region', { name: `Escalation ${told}` }).waitFor();
      await strip(page).getByRole('listitem').first().waitFor();
      await page.getByRole('button', { name: 'Escalate…' }).click();
      await page.getByRole('dialog').waitFor();
      expect({
        nameless: await namelessControls(page),
        faint: await contrastFaults(page),
        sideways: await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        ),
      }).toEqual({ nameless: [], faint: [], sideways: 0 });
    });
});
