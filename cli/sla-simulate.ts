import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { DomainError, isDomainError } from '../core/errors.ts';
import { type Attainment } from '../core/sla/attainment.ts';
import { checkPolicies } from '../core/sla/check-policies.ts';
import { type PolicySet, policySetSchema } from '../core/sla/policy-set.ts';
import { historiesOf, readSlaEvent } from '../core/sla/read-sla-event.ts';
import { type Simulation, simulate } from '../core/sla/simulate.ts';
import type { SlaEvent } from '../core/sla/sla-fact.ts';
import { toEpochMs, toInstant } from '../core/time/instant.ts';
import { detailLine } from '../core/validation/explain-issues.ts';
import { parseInput } from '../core/validation/parse-input.ts';
import type { CommandIo } from './command-io.ts';
import { table } from './table.ts';

export const simulateHelp = `  harborwatch sla simulate --policy draft.yaml --events history.jsonl [--against current.yaml] [--until TIME] [--json]
    who would have been late under other promises: stored events, a JSON object a line, are replayed under
    the draft, and beside it under --against. --until (ISO 8601 with Z): by then; without it by the last event.
`;

type Io = Pick<CommandIo, 'stdout' | 'stderr'>;

/** `harborwatch sla simulate`. @returns the exit code: 0, or 2 with one line for each thing that is wrong. */
export function simulateCommand(args: string[], io: Io): number {
  try {
    const { policy, against, events, until, json } = readArguments(args);
    const draft = readPolicies(policy, io);
    const current = against === undefined ? null : readPolicies(against, io);
    const history = readHistory(events);
    const result = simulate({
      histories: historiesOf(history),
      draft,
      current,
      until: until ?? history.reduce((last, { at }) => (at > last ? at : last), ''),
    });
    io.stdout.write(json ? `${JSON.stringify(result)}\n` : asText(result));
    return 0;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    io.stderr.write(`harborwatch sla simulate: ${error.message}\n`);
    return 2;
  }
}

function readArguments(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
      args,
      options: {
        policy: text,
        against: text,
        events: text,
        until: text,
        json: { type: 'boolean', default: false },
      },
    });
    const { policy, events, against, until, json } = values;
    if (policy === undefined) throw wrong('--policy is missing; name the file of the draft');
    if (events === undefined) throw wrong('--events is missing; name the file of the history');
    return { policy, events, against, until: until === undefined ? undefined : readUntil(until), json };
  } catch (error) {
    if (error instanceof TypeError) throw wrong(error.message.split('. ')[0] ?? error.message);
    throw error;
  }
}

function readUntil(text: string): string {
  const at = toEpochMs(text);
  if (/(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(at)) return toInstant(at);
  throw wrong(`--until: "${text.slice(0, 40)}" is not a time; write one such as 2026-11-22T10:00Z`);
}

/** Errors stop, as they would at a save; warnings are told. */
function readPolicies(file: string, io: Io): PolicySet {
  const written = within(file, () => parseInput(policySetSchema, parseYaml(readText(file))));
  const set = { version: file, ...written };
  const problems = checkPolicies(set, 0).filter(
    ({ message }) => !message.startsWith('is closed for a whole year'),
  );
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw wrong(`${file}: ${errors.map(detailLine).join('; ')}`);
  for (const problem of problems)
    io.stderr.write(`harborwatch sla simulate: warning: ${file}: ${detailLine(problem)}\n`);
  return set;
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw wrong(
      `is not YAML (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)})`,
    );
  }
}

function readHistory(file: string): SlaEvent[] {
  return readText(file)
    .split('\n')
    .flatMap((line, i) =>
      line.trim() === '' ? [] : [within(`${file} line ${i + 1}`, () => readSlaEvent(parseJson(line)))],
    );
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong('is not JSON; write one event a line');
    throw error;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw wrong(
      `${file} cannot be read (${error instanceof Error ? error.message.split(',')[0] : String(error)})`,
    );
  }
}

function within<Value>(where: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (isDomainError(error)) throw wrong(`${where}: ${error.message}`);
    throw error;
  }
}

function wrong(message: string): DomainError {
  return new DomainError('invalid', 'sla.simulate', message);
}

function asText({ cases, byClock, changes, unmatched }: Simulation): string {
  const cell = (side: Attainment | null) =>
    side === null || side.ratio === null ? '-' : `${(side.ratio * 100).toFixed(1)} % (${side.breached} late)`;
  const rows = byClock.map(({ clock, draft, current }) => [
    clock,
    cell(draft),
    cell(current),
    String(draft.undecided),
  ]);
  const changed = changes.map((change) => [
    change.caseId,
    `${change.clock} ${change.instance}`,
    change.draftBreachedAt ?? '-',
    change.currentBreachedAt ?? '-',
  ]);
  return [
    `${cases} ${cases === 1 ? 'case' : 'cases'} replayed\n\n`,
    table(['CLOCK', 'DRAFT', 'AGAINST', 'UNDECIDED'], rows),
    changed.length === 0
      ? ''
      : `\n${table(['CASE', 'CLOCK', 'LATE UNDER DRAFT', 'LATE UNDER AGAINST'], changed)}`,
    unmatched.length === 0 ? '' : `\nno policy of the draft matches: ${unmatched.slice(0, 20).join(', ')}\n`,
  ].join('');
}
