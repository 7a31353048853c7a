import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { consultsOf } from '../../core/consult/consult.ts';
import { inChromium } from './console-browser.ts';
import { contrastFaults } from './contrast-faults.ts';
import { departmentWrites } from './fake-desk/answer-consults.ts';
import { promisesOf } from './fake-desk/answer-promises.ts';
import { ackedCrisisId } from './fake-desk/crisis-case.ts';
import type { FakeDesk } from './fake-desk/fake-desk.ts';
import { fullDesk } from './fake-desk/full-desk.ts';
import { namelessControls } from './nameless-controls.ts';

const path = `/cases/${ackedCrisisId}`;
const patience = { timeout: 10_000 };
const jo = { name: 'Jo Lind', address: 'jo@desk.test' };

async function ask(page: Page, question: { to?: string; text: string; hold?: boolean }): Promise<void> {
  await page.getByRole('button', { name: 'Ask a department…' }).click();
  const dialog = page.getByRole('dialog', { name: `Ask a department about ${ackedCrisisId}` });
  await dialog.getByLabel('Department').selectOption({ label: question.to ?? 'Payments' });
  await dialog.getByLabel('What do you ask?').fill(question.text);
  if (question.hold) await dialog.getByLabel('Put the case on hold until they answer').check();
  await dialog.getByRole('button', { name: 'Send the question' }).click();
  await dialog.waitFor({ state: 'detached' });
}

const openQuestion = (page: Page, department = 'Payments') =>
  page.getByRole('listitem', { name: `Question to ${department}` });
const statusOf = (desk: FakeDesk) => desk.stored.cases.get(ackedCrisisId)?.status;

function lastConsult(desk: FakeDesk): string {
  const last = consultsOf(desk.stored.eventsOf(ackedCrisisId)).at(-1);
  if (!last) throw new Error('nobody was asked');
  return last.id;
}

inChromium('questions to departments', (open) => {
  test('a department is asked; the case shows the question, its clock and who asked, until it answers by mail', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path });
    await page.getByRole('button', { name: 'Ask a department…' }).click();
    const dialog = page.getByRole('dialog');
    const send = dialog.getByRole('button', { name: 'Send the question' });
    await dialog.getByText('Choose whom to ask.').waitFor();
    expect(await send.isDisabled()).toBe(true);
    const choices = dialog.getByLabel('Department').locator('option');
    expect(await choices.allTextContents()).toEqual(['Choose a department', 'Payments', 'Legal']);
    await dialog.getByRole('button', { name: 'Leave it as it is' }).click();

    await ask(page, { text: 'Was refund 4711 sent?', hold: true });
    const question = openQuestion(page);
    await question.getByRole('button', { name: /^Department answer: .+ left, in time/ }).waitFor();
    await question.getByText(/^Ana Ortiz asked /).waitFor();
    await question.getByText('Was refund 4711 sent?').waitFor();
    expect(statusOf(desk)).toBe('on-hold');
    const asked = page.getByRole('article', { name: 'Ana Ortiz asked Payments' });
    await asked.getByText('Question to a department: the customer does not see it. No answer yet.').waitFor();
    await asked.getByText('To Payments').waitFor();
    expect(await page.getByText('asked the department payments').count()).toBe(0);
    const promises = page.getByRole('region', { name: 'Promises', exact: true });
    await promises.getByText('Department answer Payments').waitFor();

    departmentWrites(desk, ackedCrisisId, {
      consultId: lastConsult(desk),
      from: jo,
      text: 'I am away until Monday.',
      automated: { kind: 'auto-reply', reason: 'Auto-Submitted: auto-replied' },
    });
    await page
      .getByRole('article', { name: 'Jo Lind sent an automatic mail for Payments' })
      .getByText('Written by a machine, so it answers nothing: Auto-Submitted: auto-replied')
      .waitFor();
    await question.waitFor();
    expect(statusOf(desk)).toBe('on-hold');

    departmentWrites(desk, ackedCrisisId, {
      consultId: lastConsult(desk),
      from: jo,
      text: 'Yes, on Monday.',
    });
    const answer = page.getByRole('article', { name: 'Jo Lind answered for Payments' });
    await answer.getByText('From a department: the customer does not see it.').waitFor();
    await answer.getByText('jo@desk.test').waitFor();
    await answer.getByText('Yes, on Monday.').waitFor();
    await answer.getByRole('button', { name: 'Original mail (.eml)' }).waitFor();
    expect(await answer.getByText('consult+').count()).toBe(0);
    await question.waitFor({ state: 'detached' });
    await asked.getByText(/the customer does not see it\. Answered /).waitFor();
    await page.getByText('The department payments set the status from On hold to Open').waitFor();
    expect(statusOf(desk)).toBe('open');
  });

  test('an answer by telephone is typed in, and a question that nobody needs is withdrawn with a reason', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path });
    await ask(page, { text: 'Was refund 4711 sent?' });
    await ask(page, { to: 'Legal', text: 'May we name the buyer?' });
    await page.getByRole('heading', { name: '2 questions to departments' }).waitFor();
    await openQuestion(page, 'Legal').getByText('no time is promised').waitFor();

    await page.getByRole('button', { name: 'Type in the answer of Payments' }).click();
    const answer = page.getByRole('dialog', { name: 'What Payments answered' });
    expect(await answer.getByRole('button', { name: 'Keep as their answer' }).isDisabled()).toBe(true);
    await answer.getByLabel('Their answer').fill('Jo on the phone: sent on Friday.');
    await answer.getByRole('button', { name: 'Keep as their answer' }).click();
    await answer.waitFor({ state: 'detached' });
    await page
      .getByRole('article', { name: 'Ana Ortiz wrote down what Payments answered' })
      .getByText('Jo on the phone: sent on Friday.')
      .waitFor();
    await page.getByRole('heading', { name: 'A department was asked' }).waitFor();

    await page.getByRole('button', { name: 'Withdraw the question to Legal' }).click();
    const withdraw = page.getByRole('dialog', { name: 'Withdraw the question to Legal' });
    expect(await withdraw.getByRole('button', { name: 'Withdraw' }).isDisabled()).toBe(true);
    await withdraw.getByLabel('Why is the answer not needed any more?').fill('The sheriff has it.');
    await withdraw.getByRole('button', { name: 'Withdraw' }).click();
    await withdraw.waitFor({ state: 'detached' });
    await page.getByText('withdrew the question to the department: The sheriff has it.').waitFor();
    await expect.poll(() => page.getByRole('listitem', { name: /^Question to/ }).count(), patience).toBe(0);
    const states = consultsOf(desk.stored.eventsOf(ackedCrisisId)).map(({ state }) => state);
    expect(states).toEqual(['answered', 'withdrawn']);
  });

  test('an answer that comes by mail while one is typed in takes no words away', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path });
    await ask(page, { text: 'Was refund 4711 sent?' });
    await page.getByRole('button', { name: 'Type in the answer of Payments' }).click();
    const dialog = page.getByRole('dialog', { name: 'What Payments answered' });
    await dialog.getByLabel('Their answer').fill('Half of what they');
    departmentWrites(desk, ackedCrisisId, { consultId: lastConsult(desk), from: jo, text: 'Yes.' });
    await dialog.getByText(/^This question was answered meanwhile, at /).waitFor();
    expect(await dialog.getByRole('button', { name: 'Keep as their answer' }).isDisabled()).toBe(true);
    expect(await dialog.getByLabel('Their answer').inputValue()).toBe('Half of what they');
  });

  test('an answer that came while a reply was written must be read before the reply is sent', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path });
    await ask(page, { text: 'Was refund 4711 sent?' });
    await page.getByLabel('Reply text').fill('Your refund is on its way.');
    const send = page.getByRole('button', { name: 'Send reply' });
    await expect.poll(() => send.isEnabled(), patience).toBe(true);
    departmentWrites(desk, ackedCrisisId, {
      consultId: lastConsult(desk),
      from: jo,
      text: 'It was refused.',
    });
    await page.getByRole('alert').getByText('It was refused.').waitFor();
    expect(await send.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'I have read it' }).click();
    await expect.poll(() => send.isEnabled(), patience).toBe(true);
  });

  test('what the desk refuses is told, and the words stay', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path });
    await page.getByRole('button', { name: 'Ask a department…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Department').selectOption({ label: 'Legal' });
    await dialog.getByLabel('What do you ask?').fill('May we name the buyer?');
    const { promises } = promisesOf(desk).current;
    delete (promises.departments as Record<string, unknown>)['legal'];
    await dialog.getByRole('button', { name: 'Send the question' }).click();
    await dialog.getByText('there is no department "legal"').waitFor();
    expect(await dialog.getByLabel('What do you ask?').inputValue()).toBe('May we name the buyer?');
  });

  for (const [name, width, height] of [
    ['wide', 1440, 900],
    ['a phone', 390, 844],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      test(`questions and answers are read on ${name} in ${colorScheme}`, async () => {
        const context = { viewport: { width, height }, colorScheme };
        const { page, desk } = await open({ stored: fullDesk(Date.now()), path, context });
        await ask(page, { text: 'Was refund 4711 sent?' });
        departmentWrites(desk, ackedCrisisId, { consultId: lastConsult(desk), from: jo, text: 'Yes.' });
        await page.getByRole('article', { name: 'Jo Lind answered for Payments' }).waitFor();
        await ask(page, { to: 'Legal', text: 'May we name the buyer? '.repeat(40), hold: true });
        await openQuestion(page, 'Legal').getByRole('link', { name: 'All of it' }).waitFor();
        const audit = async () => ({
          nameless: await namelessControls(page),
          faint: await contrastFaults(page),
          sideways: await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          ),
        });
        const sound = { nameless: [], faint: [], sideways: 0 };
        expect(await audit()).toEqual(sound);
        await page.getByRole('button', { name: 'Ask a department…' }).click();
        await page.getByRole('dialog').getByText('The case is on hold already.').waitFor();
        expect(await audit()).toEqual(sound);
      });
});
