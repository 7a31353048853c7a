import { expect, test } from 'vitest';
import { inChromium } from './console-browser.ts';
import { openCrisisId } from './fake-desk/crisis-case.ts';
import { fullDesk } from './fake-desk/full-desk.ts';
import { password } from './fake-desk/people.ts';

inChromium('sign-in', (open) => {
  test('a wrong password is told, and the right one opens the queue', async () => {
    const { page } = await open({ as: null, stored: fullDesk(Date.now()) });
    await page.getByLabel('Who are you?').selectOption({ label: 'Ana Ortiz' });
    await page.getByLabel('Password', { exact: false }).first().fill('guess');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('do not belong together').waitFor();
    expect(await page.getByLabel('Who are you?').inputValue()).toBe('ana');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/queue/active');
  });

  test('a sign-in that has run out leads back to where one was', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()), path: `/cases/${openCrisisId}` });
    await page.getByRole('heading', { name: 'Lot 214' }).waitFor();
    await page.getByLabel('Reply text').fill('I am here');
    desk.revokeTokens();
    await page.reload();
    await page.getByText('Your sign-in has run out').waitFor();
    await page.getByLabel('Who are you?').selectOption('ana');
    await page.getByLabel('Password', { exact: false }).first().fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Lot 214' }).waitFor();
    expect(await page.getByLabel('Reply text').inputValue()).toBe('I am here');
  });

  test('staying signed in serves a new tab; otherwise it does not', async () => {
    const { page, url } = await open({ as: null, stored: fullDesk(Date.now()) });
    await page.getByLabel('Who are you?').selectOption('ana');
    await page.getByLabel('Password', { exact: false }).first().fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Queue' }).waitFor();
    const second = await page.context().newPage();
    await second.goto(url);
    await second.getByLabel('Who are you?').selectOption('ana');
    await second.getByLabel('Password', { exact: false }).first().fill(password);
    await second.getByLabel('Stay signed in').check();
    await second.getByRole('button', { name: 'Sign in' }).click();
    await second.getByRole('heading', { name: 'Queue' }).waitFor();
    const third = await page.context().newPage();
    await third.goto(url);
    await third.getByRole('heading', { name: 'Queue' }).waitFor();
  });

  test('a socket whose token is refused leads to sign-in', async () => {
    const { page, desk } = await open({ stored: fullDesk(Date.now()) });
    await page.getByTestId('connection').getByText('Live', { exact: true }).waitFor();
    desk.revokeTokens();
    desk.dropSockets();
    await page.getByText('Your sign-in has run out').waitFor();
  });
});
