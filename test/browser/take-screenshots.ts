/** `node test/browser/take-screenshots.ts`: the pictures of docs/screenshots, from invented cases. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.ts';
import { consoleDist } from './console-dist.ts';
import { promisesOf } from './fake-desk/answer-promises.ts';
import { casesBehind } from './fake-desk/cases-behind.ts';
import { ackedCrisisId, openCrisisId } from './fake-desk/crisis-case.ts';
import { FakeDesk } from './fake-desk/fake-desk.ts';
import { fullDesk } from './fake-desk/full-desk.ts';

interface Shot {
  readonly file: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  /** Who is signed in; ana where it is left out. */
  readonly as?: string;
  readonly before?: (page: Page) => Promise<void>;
}

const wide = { width: 1280, height: 820 } as const;
const phone = { width: 390, height: 844 } as const;
const openAttempts = async (page: Page) => page.getByText('Attempts and time stamps').click();
const toCenter = (element: { scrollIntoView(options: object): void }) =>
  element.scrollIntoView({ block: 'center' });
const shortenReply = async (page: Page) => {
  await page.getByRole('button', { name: /2\. Everyday/, expanded: false }).click();
  await page.getByLabel('First reply, high').fill('2 h');
  await page.getByText('2 h earlier').first().waitFor();
  await page.getByLabel('First reply, high').evaluate(toCenter);
};
const seeHours = async (page: Page) => {
  await page.getByRole('button', { name: /^office/, expanded: false }).click();
  await page.getByText('Wednesday').first().evaluate(toCenter);
};
const seeCases = async (page: Page) => {
  await page.getByText('would be late at once', { exact: false }).evaluate(toCenter);
};
const stored = fullDesk(Date.now());
const escalated = [...stored.slas.values()].find(({ escalations }) => escalations.some(({ told }) => told));
const inOfficeHours = [...stored.cases.values()].find(
  ({ promise }) => promise?.promise.calendar === 'office',
);
const askWhy = async (page: Page) => {
  await page.getByRole('button', { name: 'Why: First reply' }).click();
  await page.getByRole('row', { name: /^Not counted/ }).waitFor();
};
const askPayments = async (page: Page) => {
  await page.getByRole('button', { name: 'Ask a department…' }).click();
  await page.getByRole('combobox', { name: 'Department' }).selectOption('payments');
  await page
    .getByLabel('What do you ask?')
    .fill('Can the deposit of his last lot be held until the sheriff has written?');
  await page.getByLabel('Put the case on hold until they answer').check();
  await page.getByRole('button', { name: 'Send the question' }).click();
  const question = page.getByRole('listitem', { name: 'Question to Payments' });
  await question.getByRole('button', { name: /^Department answer: / }).waitFor();
  await question.evaluate(toCenter);
};
const tapBadge = async (page: Page) => {
  await page
    .getByRole('button', { name: /^First reply: / })
    .first()
    .click();
  await page.getByRole('tooltip').waitFor();
};
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
  { file: 'escalation-dark.png', path: `/cases/${escalated?.caseId}`, colorScheme: 'dark', ...wide },
  {
    file: 'promise-why.png',
    path: `/cases/${inOfficeHours?.id}`,
    colorScheme: 'light',
    ...wide,
    before: askWhy,
  },
  {
    file: 'promise-card-phone.png',
    path: `/cases/${inOfficeHours?.id}`,
    colorScheme: 'light',
    ...phone,
    before: tapBadge,
  },
  {
    file: 'promises.png',
    path: '/promises',
    colorScheme: 'light',
    as: 'chidi',
    ...wide,
    before: shortenReply,
  },
  {
    file: 'promises-calendar-dark.png',
    path: '/promises/calendars',
    colorScheme: 'dark',
    as: 'chidi',
    ...wide,
    before: seeHours,
  },
  {
    file: 'promises-rebase-phone.png',
    path: '/promises/cases',
    colorScheme: 'light',
    as: 'chidi',
    ...phone,
    before: seeCases,
  },
  // Last, for it changes the case.
  {
    file: 'consult.png',
    path: `/cases/${ackedCrisisId}`,
    colorScheme: 'light',
    ...wide,
    before: askPayments,
  },
];

const folder = process.argv[2] ?? 'docs/screenshots';
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: chromiumPath() ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const desk = new FakeDesk(consoleDist(), stored);
promisesOf(desk).behind = casesBehind(desk.stored);
const url = await desk.start();
for (const { file, path, width, height, colorScheme, as = 'ana', before } of shots) {
  const viewport = { width, height };
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Madrid',
  });
  const credentials = JSON.stringify(JSON.stringify(desk.issueToken(as)));
  await context.addInitScript(
    `sessionStorage.setItem('harborwatch.credentials', ${credentials}); localStorage.setItem('harborwatch.alerts-asked', 'yes')`,
  );
  const page = await context.newPage();
  await page.goto(url + path);
  // Only whom a page is for is asked to turn it on.
  if (as === 'ana') await page.getByRole('button', { name: 'Turn on sound' }).click();
  await before?.(page);
  await page.getByTestId('connection').getByText('Live', { exact: true }).waitFor();
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, file) });
  await context.close();
}
await desk.stop();
await browser.close();
