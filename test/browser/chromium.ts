import { existsSync } from 'node:fs';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium of this machine, or null: then the tests in a real browser are left out, and `npm test` says so. */
export function chromiumPath(): string | null {
  return candidates.find((path) => existsSync(path)) ?? null;
}
