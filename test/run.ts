/**
 * `npm test`: the checks (types, lint, format, import law), then every test that this machine can run.
 * Says plainly what it left out, and ends with `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasJava } from '../local/store/start-dynamodb-local.ts';
import { chromiumPath } from './browser/chromium.ts';

const checks: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types', 'tsc'],
  ['types of the console', 'tsc', '-p', 'console'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings'],
  ['format', 'biome', 'ci', '.'],
  ['import law', 'node', 'test/import-law.ts'],
  ['configuration', 'node', 'bin/harborwatch', 'config', 'check', 'config'],
];

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
  readonly success: boolean;
}

let passed = 0;
let failed = 0;

for (const [name, command, ...args] of checks) {
  const startedAt = performance.now();
  const { status, stdout, stderr } = spawnSync(join('node_modules', '.bin', command), args, {
    encoding: 'utf8',
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (status === 0) passed++;
  else {
    failed++;
    console.log(stdout, stderr);
  }
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
}

const folder = mkdtempSync(join(tmpdir(), 'harborwatch-test-'));
const reportFile = join(folder, 'report.json');
const args = [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportFile}`,
  ...process.argv.slice(2),
];
const run = spawnSync(join('node_modules', '.bin', 'vitest'), args, { stdio: 'inherit' });
if (existsSync(reportFile)) {
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  // A file that fails to load has no failed test of its own.
  if (run.status !== 0 && report.numFailedTests === 0) failed += Math.max(1, report.numFailedTestSuites);
} else failed++;
rmSync(folder, { recursive: true });

if (!hasJava()) console.log('left out: the store contract on DynamoDB Local, for want of Java');
if (!chromiumPath()) console.log('left out: the tests in a real browser, for want of Chromium');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
