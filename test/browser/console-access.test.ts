import { expect, test } from 'vitest';
import { inChromium } from './console-browser.ts';
import { contrastFaults } from './contrast-faults.ts';
import { ackedCrisisId, openCrisisId } from './fake-desk/crisis-case.ts';
import { fullDesk } from './fake-desk/full-desk.ts';
import { namelessControls } from './nameless-controls.ts';

const screens = [
  '/queue/active',
  '/queue/done',
  `/cases/${openCrisisId}`,
  `/cases/${ackedCrisisId}`,
  '/outbox',
  '/failed',
  '/promises',
  '/promises/cases',
];
const seats = [
  { name: 'wide and light', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'phone and dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;

inChromium('access', (open) => {
  for (const { name, ...context } of seats) {
    test(`every screen is ${name}: named controls, AA contrast, no sideways scrolling`, async () => {
      const { page, url } = await open({ stored: fullDesk(Date.now()), context });
      for (const screen of screens) {
        await page.goto(url + screen);
        await page.getByRole('main').getByRole('heading').first().waitFor();
        await page.getByRole('status').filter({ hasText: 'Loading' }).waitFor({ state: 'detached' });
        const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect({
          screen,
          nameless: await namelessControls(page),
          faint: await contrastFaults(page),
          sideways: await page.evaluate(sideways),
        }).toEqual({ screen, nameless: [], faint: [], sideways: 0 });
      }
    });
  }

  test('the first Tab leads to the content, then to the page that is open', async () => {
    const { page } = await open({ stored: fullDesk(Date.now()) });
    await page.getByText('Emergency page: Self-harm').waitFor();
    const focused = () =>
      page.evaluate('document.activeElement.dataset.page ?? document.activeElement.textContent');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe(`${openCrisisId}-P1`);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Open case');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Acknowledge');
    const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
    expect(outline).not.toBe('none');
  });

  test('the colours follow the system until chosen, and the choice is kept', async () => {
    const { page } = await open({ context: { colorScheme: 'dark' } });
    const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
    await page.getByRole('button', { name: 'Use the light colours' }).click();
    expect(await scheme()).toBe('light');
    await page.reload();
    await page.getByRole('button', { name: 'Use the dark colours' }).waitFor();
    expect(await scheme()).toBe('light');
  });
});
