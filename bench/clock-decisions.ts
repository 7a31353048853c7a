import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { loadConfigFolder } from '../adapters/config/load-config-folder.ts';
import { policySetOf } from '../core/config/policies-of-config.ts';
import type { CaseSla } from '../core/sla/case-sla.ts';
import type { CaseClocks } from '../core/sla/clock-state.ts';
import { decideClocks } from '../core/sla/decide-clocks.ts';
import { followEvents, followTime } from '../core/sla/follow-events.ts';
import { applySlaEvent, type SlaCase } from '../core/sla/sla-case.ts';
import { toInstant } from '../core/time/instant.ts';
import { caseCommits } from './clocks/case-commits.ts';

const { config } = await loadConfigFolder(join(import.meta.dirname, '../config'), process.env, Date.now());
const policies = policySetOf(config, (text) => createHash('sha256').update(text).digest('hex'));

const cases = Array.from({ length: 500 }, (_, number) => caseCommits(number));
const events = cases.reduce((sum, commits) => sum + commits.flat().length, 0);
const commits = cases.reduce((sum, list) => sum + list.length, 0);

function decideAll(): number {
  for (const commitsOfCase of cases) {
    let before: CaseClocks | null = null;
    let facts: SlaCase | null = null;
    for (const event of commitsOfCase.flat()) {
      facts = applySlaEvent(facts, event);
      before = decideClocks({ before, event, caseAfter: facts, policies }).after;
    }
  }
  return events;
}

function followAll(): number {
  for (const commitsOfCase of cases) {
    let before: CaseSla | null = null;
    for (const commit of commitsOfCase) before = followEvents({ before, events: commit, policies }).next;
  }
  return commits;
}

const first = cases.map(([commit]) => commit).filter((commit) => commit !== undefined);
const open = first.map((commit) => followEvents({ before: null, events: commit, policies }).next);
/** Wakes that find every mark of the case past, and ones that come too early. */
function wakeAll(now: string): number {
  for (const sla of open) followTime(sla, policies, now);
  return open.length;
}

/** A second of CPU (one core, whatever else the machine does) over about two seconds, after a warm-up. */
function rate(run: () => number): string {
  run();
  const start = process.cpuUsage();
  let done = 0;
  let micros = 0;
  while (micros < 2_000_000) {
    done += run();
    const { user, system } = process.cpuUsage(start);
    micros = user + system;
  }
  return `${Math.round(done / (micros / 1e6)).toLocaleString('en')}/s`;
}

console.log(
  `A case of ${events / cases.length} events in ${commits / cases.length} commits, promises of config/sla.yaml; on one core:`,
);
console.log(`  events decided (decideClocks)                        ${rate(decideAll)}`);
console.log(`  commits followed (followEvents: clocks, arming)      ${rate(followAll)}`);
console.log(
  `  wakes that find nothing (followTime)                 ${rate(() => wakeAll(toInstant(Date.UTC(2026, 10, 23, 14))))}`,
);
console.log(
  `  wakes that warn, breach and escalate                 ${rate(() => wakeAll(toInstant(Date.UTC(2027, 10, 23))))}`,
);
