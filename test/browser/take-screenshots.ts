/** `node test/browser/take-screenshots.ts`: the pictures of docs/screenshots, from invented cases. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.ts';
import { consoleDist } from './console-dist.ts';
import { ackedCrisisId, openCrisisId } from './fake-desk/crisis-case.ts';
import { FakeDesk } from './fake-desk/fake-desk.ts';
import { fullDesk } from './fake-desk/full-desk.ts';

interface Shot {
  readonly file: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  readonly before?: (page: Page) => Promise<void>;
}

const wide = { width: 1280, height: 820 } as const;
const phone = { width: 390, height: 844 } as const;
const openAttempts = async (page: Page) => page.getByText('Attempts and time stamps').click();
const shots: readonly Shot[] = [
  { file: 'queue.png', path: '/queue/active', colorScheme: 'light', ...wide },
  { file: 'queue-dark.png', path: '/queue/active', colorScheme: 'dark', ...wide },
  { file: 'case.png', path: `/cases/${openCrisisId}`, colorScheme: 'light', ...wide },
  {
    file: 'page-attempts-dark.png',
    path: `/cases/${ackedCrisisId}`,
    colorScheme: 'dark',
    ...wide,
    before: openAttempts,
  },
  { file: 'case-phone-dark.png', path: `/cases/${openCrisisId}`, colorScheme: 'dark', ...phone },
  { file: 'queue-phone.png', path: '/queue/active', colorScheme: 'light', ...phone },
];

const folder = process.argv[2] ?? 'docs/screenshots';
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: chromiumPath() ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const desk = new FakeDesk(consoleDist(), fullDesk(Date.now()));
const url = await desk.start();
for (const { file, path, width, height, colorScheme, before } of shots) {
  const viewport = { width, height };
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
  });
  const credentials = JSON.stringify(JSON.stringify(desk.issueToken('ana')));
  await context.addInitScript(
    `sessionStorage.setItem('harborwatch.credentials', ${credentials}); localStorage.setItem('harborwatch.alerts-asked', 'yes')`,
  );
  const page = await context.newPage();
  await page.goto(url + path);
  await page.getByRole('button', { name: 'Turn on sound' }).click();
  await before?.(page);
  await page.getByTestId('connection').getByText('Live', { exact: true }).waitFor();
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, file) });
  await context.close();
}
await desk.stop();
await browser.close();
