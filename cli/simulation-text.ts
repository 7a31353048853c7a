import type { Attainment } from '../core/sla/attainment.ts';
import type { Sides, Simulation } from '../core/sla/simulate.ts';
import type { SimulationFacts } from './simulate.ts';
import { table } from './table.ts';

/** A terminal shows so many; `--json` and the page have all. */
const mostChanges = 40;

/** `98.4 % (3 late)`; `-` where nothing was decided. */
export function attainmentText({ ratio, breached }: Attainment): string {
  return ratio === null ? '-' : `${percentText(ratio)} (${breached} late)`;
}

/** Rounded down, so that only a promise that was always kept shows 100 %. */
export function percentText(ratio: number): string {
  return `${(Math.floor(ratio * 1000) / 10).toFixed(1)} %`;
}

export function simulationText(result: Simulation, facts: SimulationFacts): string {
  const { cases, byClock, byPolicy, unmatched } = result;
  const cells = ({ draft, current }: Sides) => [
    attainmentText(draft),
    current === null ? '-' : attainmentText(current),
    String(draft.undecided),
  ];
  const policies = byPolicy.filter(({ draft, current }) => isDecided(draft) || isDecided(current));
  return [
    headline(cases, facts),
    '\n',
    table(
      ['CLOCK', 'DRAFT', 'AGAINST', 'UNDECIDED'],
      [...byClock.map((row) => [row.clock, ...cells(row)]), ['all', ...cells(result.all)]],
    ),
    policies.length === 0
      ? ''
      : `\n${table(
          ['POLICY', 'PRIORITY', 'DRAFT', 'AGAINST', 'UNDECIDED'],
          policies.map((row) => [row.policyId ?? 'no policy', row.priority, ...cells(row)]),
        )}`,
    changesText(result),
    unmatched.length === 0 ? '' : `\nno policy of the draft matches: ${named(unmatched)}\n`,
  ].join('');
}

/** `12 cases replayed, …`: what the numbers are about. */
export function headline(cases: number, { histories, from, to, until }: SimulationFacts): string {
  const span = [from === null ? '' : ` from ${from}`, to === null ? '' : ` to ${to}`].join('');
  const count = `${cases} ${cases === 1 ? 'case' : 'cases'}`;
  return `${count} of ${histories} replayed${span === '' ? '' : `, created${span}`}, followed until ${until}\n`;
}

function isDecided(side: Attainment | null): boolean {
  return side !== null && (side.ratio !== null || side.undecided > 0);
}

function changesText({ changes }: Simulation): string {
  if (changes.length === 0) return '';
  const rows = changes
    .slice(0, mostChanges)
    .map(({ caseId, clock, instance, draftBreachedAt, currentBreachedAt }) => [
      caseId,
      `${clock} ${instance}`,
      draftBreachedAt ?? '-',
      currentBreachedAt ?? '-',
    ]);
  const more = changes.length - rows.length;
  return [
    `\n${table(['CASE', 'CLOCK', 'LATE UNDER DRAFT', 'LATE UNDER AGAINST'], rows)}`,
    more > 0 ? `and ${more} more (--json or --html has all)\n` : '',
  ].join('');
}

function named(caseIds: readonly string[]): string {
  const shown = caseIds.slice(0, 20).join(', ');
  return caseIds.length > 20 ? `${shown} and ${caseIds.length - 20} more` : shown;
}
