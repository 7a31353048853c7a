import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfigFolder } from '../adapters/config/load-config-folder.ts';
import type { DeskConfig } from '../core/config/desk-config.ts';
import { clockNames } from '../core/sla/clock-name.ts';
import { billOf, perCaseReads } from './costs/case-bill.ts';
import { type Life, lives, pausedLives } from './costs/clock-lives.ts';
import { onlyTarget, withPromisesOf } from './costs/cost-config.ts';
import { MeteredDesk } from './costs/metered-desk.ts';
import { ordinaryCases } from './costs/ordinary-cases.ts';
import { pricesAsOf } from './costs/prices.ts';
import { beyond, sumOf, type Usage } from './costs/usage.ts';
import { verdict } from './verdict.ts';

const usage = `node bench/count-costs.ts [--only clocks,cases] [--case WORD]
  What promises cost on AWS, counted from the requests that a desk on virtual time sends and the states that its
  executions enter: each clock over its life, and 1,000 ordinary e-mail cases. The tables of docs/cost.md.`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'clocks,cases' },
    /** Of the cases those alone whose name has it. */
    case: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});

/** Clocks that live the same life are compared with the same one without a target. */
const withoutTarget = new Map<Life, Promise<Usage>>();

if (values.help) console.log(usage);
else {
  if (values.only.includes('clocks')) await countClocks();
  if (values.only.includes('cases')) await countCases();
}

/** A life with the clock's target less the same life without any. */
async function countClocks(): Promise<void> {
  console.log('What a target adds to a case: write units, read units, transitions, invocations.\n');
  console.log('| Clock | kept in time | warned twice, then breached | paused and resumed once, kept |');
  console.log('|---|---|---|---|');
  for (const clock of clockNames) {
    const { kept, breached } = lives[clock];
    const paused = pausedLives[clock];
    const cells = [
      await difference(onlyTarget(clock), kept),
      await difference(onlyTarget(clock), breached),
      paused ? await difference(onlyTarget(clock), paused) : 'no status pauses it',
    ];
    console.log(`| ${clock} | ${cells.join(' | ')} |`);
  }
}

async function difference(config: (config: DeskConfig) => DeskConfig, life: Life): Promise<string> {
  const plain = withoutTarget.get(life) ?? use(onlyTarget(null), life);
  withoutTarget.set(life, plain);
  const [without, withTarget] = [await plain, await use(config, life)];
  const writes = sumOf(withTarget.writes) - sumOf(without.writes);
  const reads = perCaseReads(withTarget) - perCaseReads(without);
  const transitions = sumOf(beyond(withTarget.states, without.states));
  const invocations = sumOf(beyond(withTarget.invocations, without.invocations));
  return [writes, reads, transitions, invocations].join(', ');
}

async function countCases(): Promise<void> {
  const { config } = await loadConfigFolder(join(import.meta.dirname, '../config'), process.env, Date.now());
  console.log(`\n1,000 cases in USD, prices of us-east-1 as of ${pricesAsOf}, promises of config/sla.yaml\n`);
  for (const { name, change, life } of ordinaryCases()) {
    if (!name.includes(values.case)) continue;
    const used = await use((bed) => change(withPromisesOf(config)(bed)), life);
    const bill = billOf(used);
    const total = bill.reduce((sum, { usd }) => sum + usd, 0);
    const mail = bill.filter(({ what }) => what.startsWith('SES')).reduce((sum, { usd }) => sum + usd, 0);
    console.log(`\n${name}\n\n| | a case | 1,000 cases, USD |\n|---|---:|---:|`);
    for (const { what, count, usd } of bill)
      console.log(`| ${what} | ${count} | ${(usd * 1_000).toFixed(3)} |`);
    console.log(`| sum | | ${(total * 1_000).toFixed(3)} |`);
    console.log(`| without SES | | ${((total - mail) * 1_000).toFixed(3)} |`);
    console.log(`\n  write units ${words(used.writes)}\n  read units ${words(used.reads)}`);
    console.log(
      `  states ${words(used.states)}\n  executions ${words(used.executions)}\n  invocations ${words(used.invocations)}`,
    );
    verdict('1,000 e-mail cases under 0.50 USD, mail itself included', total * 1_000 < 0.5);
    verdict('the same without what SES takes for a mail', (total - mail) * 1_000 < 0.5);
  }
}

async function use(config: (config: DeskConfig) => DeskConfig, life: Life): Promise<Usage> {
  await using desk = await MeteredDesk.start(config);
  await life(desk);
  return desk.usage();
}

function words(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');
}
