import type { Sides, Simulation } from '../core/sla/simulate.ts';
import type { SimulationFacts } from './simulate.ts';
import { attainmentChart, breachChart } from './simulation-chart.ts';
import { attainmentText, headline } from './simulation-text.ts';

const style = `
:root{color-scheme:light dark;--bg:#fff;--fg:#15191e;--soft:#56606c;--line:#d9dee4;--draft:#1f6feb;--against:#7f8a97}
@media (prefers-color-scheme:dark){:root{--bg:#12161b;--fg:#eaeef3;--soft:#a3adb9;--line:#333b45;--draft:#6ea8ff;--against:#6b7683}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:1.5rem 1rem 4rem;background:var(--bg);color:var(--fg);font:1rem/1.5 system-ui,sans-serif}
h1{font-size:1.5rem;margin:0}h2{font-size:1.125rem;margin:2.25rem 0 .5rem}
p{margin:.25rem 0;color:var(--soft)}
.key{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:1rem 0 0;padding:0;list-style:none}
.key i{display:inline-block;width:.9rem;height:.9rem;border-radius:2px;margin-right:.4rem;vertical-align:-.1rem}
.wide{overflow-x:auto}
svg{display:block;max-width:none;font:13px system-ui,sans-serif}
svg text{fill:var(--fg)}svg .axis{fill:var(--soft)}svg .grid{stroke:var(--line)}
svg .value{paint-order:stroke;stroke:var(--bg);stroke-width:4px}
svg .draft{fill:var(--draft)}svg .against{fill:var(--against)}
i.draft{background:var(--draft)}i.against{background:var(--against)}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);font-variant-numeric:tabular-nums;white-space:nowrap}
th{color:var(--soft);font-weight:600;font-size:.875rem}
`;

/** A page of a simulation that needs nothing but itself: no script, nothing from outside, light and dark. */
export function simulationPage(result: Simulation, facts: SimulationFacts): string {
  const { byClock, byPolicy, breachesByDay, changes, unmatched, all } = result;
  const sides = (row: Sides) => [
    attainmentText(row.draft),
    row.current === null ? '-' : attainmentText(row.current),
    String(row.draft.undecided),
  ];
  const headings = ['Draft', 'Against', 'Undecided'];
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>What if: ${escaped(facts.draft)}</title><style>${style}</style></head><body>`,
    `<h1>What if: ${escaped(facts.draft)}</h1>`,
    `<p>${escaped(headline(result.cases, facts).trim())}. People are taken to have acted as they did.</p>`,
    '<ul class="key">',
    `<li><i class="draft"></i>Draft: ${escaped(facts.draft)}</li>`,
    facts.against === null ? '' : `<li><i class="against"></i>Against: ${escaped(facts.against)}</li>`,
    '</ul>',
    section('Promises kept', chart(attainmentChart(byClock))),
    breachesByDay.length === 0
      ? section('Late by day', '<p>Nothing was late on either side.</p>')
      : section(`Late by day (${escaped(facts.timezone)})`, chart(breachChart(breachesByDay))),
    section(
      'By clock',
      tableOf(
        ['Clock', ...headings],
        [...byClock.map((row) => [row.clock, ...sides(row)]), ['all', ...sides(all)]],
      ),
    ),
    section(
      'By policy and priority',
      tableOf(
        ['Policy', 'Priority', ...headings],
        byPolicy.map((row) => [row.policyId ?? 'no policy', row.priority, ...sides(row)]),
      ),
    ),
    changes.length === 0
      ? ''
      : section(
          `Late on one side only (${changes.length})`,
          tableOf(
            ['Case', 'Clock', 'Late under draft', 'Late under against'],
            changes.map(({ caseId, clock, instance, draftBreachedAt, currentBreachedAt }) => [
              caseId,
              `${clock} ${instance}`,
              draftBreachedAt ?? '-',
              currentBreachedAt ?? '-',
            ]),
          ),
        ),
    unmatched.length === 0
      ? ''
      : section(
          `No policy of the draft matches (${unmatched.length})`,
          `<p>${escaped(unmatched.join(', '))}</p>`,
        ),
    '</body></html>\n',
  ].join('');
}

function section(title: string, body: string): string {
  return `<section><h2>${title}</h2>${body}</section>`;
}

function chart(svg: string): string {
  return `<div class="wide" tabindex="0">${svg}</div>`;
}

function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headings.map((text) => `<th scope="col">${text}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

/** Case ids and policy names come from files that anyone may have written. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
