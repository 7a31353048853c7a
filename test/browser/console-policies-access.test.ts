import { expect, test } from 'vitest';
import { inChromium } from './console-browser.ts';
import { contrastFaults } from './contrast-faults.ts';
import { namelessControls } from './nameless-controls.ts';

const parts = [
  { part: 'policies', item: /Everyday/ },
  { part: 'calendars', item: /^office/ },
  { part: 'ladders', item: /Standard/ },
  { part: 'departments', item: /Payments/ },
] as const;
const seats = [
  { name: 'wide and light', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'wide and dark', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  { name: 'phone and dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'phone and light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
] as const;

inChromium('promises, access', (open) => {
  for (const { name, ...context } of seats) {
    test(`unfolded and ${name}, with errors: named controls, AA contrast, no sideways scrolling`, async () => {
      const { page, url } = await open({ as: 'chidi', context });
      for (const { part, item } of parts) {
        await page.goto(`${url}/promises/${part}`);
        await page.getByRole('button', { name: item, expanded: false }).click();
        if (part === 'policies') await page.getByLabel('First reply, high').fill('4 hh');
        if (part === 'calendars') await page.getByLabel('Monday, opening 1, from').first().fill('25:00');
        if (part === 'departments') await page.getByLabel('E-mail address').fill('nowhere');
        if (part !== 'ladders') await page.getByText('the draft cannot be published yet').waitFor();
        const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect({
          part,
          nameless: await namelessControls(page),
          faint: await contrastFaults(page),
          sideways: await page.evaluate(sideways),
        }).toEqual({ part, nameless: [], faint: [], sideways: 0 });
      }
    });
  }
});
