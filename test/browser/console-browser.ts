import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from './chromium.ts';
import { consoleDist } from './console-dist.ts';
import { FakeDesk } from './fake-desk/fake-desk.ts';
import { StoredDesk } from './fake-desk/stored-desk.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export interface Seat {
  readonly desk: FakeDesk;
  readonly page: Page;
  readonly url: string;
  /** What the console logged as errors so far. */
  readonly faults: string[];
}

interface SeatOptions {
  readonly stored?: StoredDesk;
  /** Signed in as this person; null for the sign-in screen. */
  readonly as?: string | null;
  readonly path?: string;
  readonly context?: BrowserContextOptions;
  /** Before the page is opened; what it returns is done at the end. */
  readonly prepare?: (desk: FakeDesk, url: string) => Promise<() => Promise<void>>;
}

export type OpenSeat = (options?: SeatOptions) => Promise<Seat>;

/** Tests in Chromium, where this machine has one or CI must; else one that holds that there is none. */
export function inChromium(title: string, body: (open: OpenSeat) => void): void {
  const executablePath = chromiumPath();
  const leftOut = executablePath === null && process.env['CI'] !== 'true';
  const define = leftOut ? describeAbsence : describeSeats;
  define(title, executablePath ?? '/usr/bin/chromium', body);
}

function describeAbsence(title: string): void {
  test(`${title}: left out, for want of Chromium`, () => expect(chromiumPath()).toBeNull());
}

/** After each test, the console must have logged no error of its own. */
function describeSeats(title: string, executablePath: string, body: (open: OpenSeat) => void): void {
  // A browser keeps time of its own; what is broken fails twice.
  describe(title, { retry: 1 }, () => {
    let browser: Browser;
    const faults: string[] = [];
    const closing: (() => Promise<void>)[] = [];
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: flags });
    });
    afterAll(async () => browser.close());
    afterEach(async () => {
      for (const close of closing.splice(0).toReversed()) await close();
      expect(faults.splice(0)).toEqual([]);
    });

    body(
      async ({ stored = new StoredDesk(), as = 'ana', path = '/', context: wishes = {}, prepare } = {}) => {
        const desk = new FakeDesk(consoleDist(), stored);
        const url = await desk.start();
        closing.push(() => desk.stop());
        if (prepare) closing.push(await prepare(desk, url));
        const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Madrid', ...wishes });
        closing.push(() => context.close());
        if (as !== null) await context.addInitScript(signedIn(desk.issueToken(as)));
        context.setDefaultTimeout(10_000);
        const page = await context.newPage();
        page.on('pageerror', (error) => faults.push(error.message));
        page.on('console', (message) => {
          // Chromium logs each refused request; the refusals are what the tests are about.
          const refused = /^Failed to load resource|^WebSocket connection to/.test(message.text());
          if (message.type() === 'error' && !refused) faults.push(message.text());
        });
        await page.goto(url + path);
        return { desk, page, url, faults };
      },
    );
  });
}

function signedIn(credentials: unknown): string {
  const value = JSON.stringify(JSON.stringify(credentials));
  return `if (!sessionStorage.getItem('started')) {
    sessionStorage.setItem('started', 'yes');
    sessionStorage.setItem('harborwatch.credentials', ${value});
    localStorage.setItem('harborwatch.alerts-asked', 'yes');
  }`;
}
