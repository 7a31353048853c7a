/** `npm run bench [-- NAME… [-- OPTIONS]]`: every benchmark, or those named, each in a process of its own. */
import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** In the order of DESIGN 8. */
const benchmarks: Readonly<Record<string, string>> = {
  ingest: 'SMTP to durable case, beside the store alone',
  'page-latency': 'SMTP accept to page handed to the provider, idle and behind a flood',
  store: "the store's transactions and the first page of the queue (--full: at 100,000 open cases)",
  triage: 'messages triaged a second on one core',
  parse: 'mails parsed a second on one core',
  'due-times': 'due times worked out a second on one core',
  'clock-decisions': 'clocks decided by events and by the passing of time, a second on one core',
  clocks:
    'lateness of breaches with 10,000 open clocks beside a sweep each 60 s, memory, recovery from kill -9',
  'count-costs': 'what clocks and cases cost on AWS, counted',
  smtp: 'SMTP accept alone: raw mail and queue item on disk',
};

const separator = process.argv.indexOf('--', 2);
const end = separator === -1 ? process.argv.length : separator;
const names = process.argv.slice(2, end);
const options = process.argv.slice(end + 1);
const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));

if (unknown.length > 0) {
  const list = Object.entries(benchmarks).map(([name, what]) => `  ${name.padEnd(16)}${what}`);
  console.error([`there is no benchmark "${unknown[0]}"; there are`, ...list].join('\n'));
  process.exitCode = 2;
} else {
  const [first] = cpus();
  console.log(
    `${cpus().length} cores (${first?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
  );
  for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
    console.log(`\n== ${name}: ${benchmarks[name]}`);
    const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...options], {
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
}
