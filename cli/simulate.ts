import { writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { isZoneId, unknownZone } from '../core/calendar/zone.ts';
import { type PolicySet, policySetSchema } from '../core/sla/policy-set.ts';
import { readSlaEvent } from '../core/sla/read-sla-event.ts';
import { simulate } from '../core/sla/simulate.ts';
import type { SlaEvent } from '../core/sla/sla-fact.ts';
import { type Instant, toInstant } from '../core/time/instant.ts';
import { parseInput } from '../core/validation/parse-input.ts';
import type { Clock } from '../ports/clock.ts';
import type { CommandIo } from './command-io.ts';
import { connectDesk } from './desk-client.ts';
import { fetchHistories, readHistoryFile } from './read-histories.ts';
import { readMoment } from './read-moment.ts';
import { readPromises, wrong } from './read-promises.ts';
import { badArguments, readArguments, runDeskCommand } from './run-desk-command.ts';
import { simulationPage } from './simulation-page.ts';
import { simulationText } from './simulation-text.ts';

const help = `harborwatch simulate: who would have been late under other promises

Usage
  harborwatch simulate --policy DRAFT [--against CURRENT] [--events FILE] [--from TIME] [--to TIME]
                       [--until TIME] [--zone ZONE] [--json] [--html FILE]

Replays what happened to cases, and sets attainment and breaches under DRAFT beside those under CURRENT.
People are taken to have acted as they did; re-bases are left out.

  --policy DRAFT      a YAML file, or a configuration folder. The file may hold only what is to be different, such
                      as calendars alone; the rest is then as in CURRENT.
  --against CURRENT   the same; "desk" for the promises in force at the running desk, which is what it is without
                      --events. With --events and without --against the draft stands alone.
  --events FILE       exported events, a JSON object a line (harborwatch export histories). Without it the cases
                      of the running desk.
  --from, --to        only cases created from the one (included) to the other (excluded). Without them those of
                      the last 30 days of a running desk, or all of a file.
  --until             cases are followed until then: what is late by then counts. Without it until now, or until
                      the last event of a file.
  --zone              the zone of the days in the chart, such as Europe/London; UTC without it.
  --json              all of it as one JSON object.
  --html FILE         also writes a page with charts, which needs nothing but a browser.

Times are ISO 8601 with Z or an offset, or a date, which is its midnight in UTC.
`;

const daysBackMs = 30 * 86_400_000;
const systemClock: Clock = { now: () => Date.now() };

type Io = Pick<CommandIo, 'stdout' | 'stderr' | 'env'>;

/** What the tables and the page say about where their numbers come from. */
export interface SimulationFacts {
  readonly draft: string;
  /** Null when the draft stands alone. */
  readonly against: string | null;
  readonly histories: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly until: Instant;
  readonly timezone: string;
}

/** `harborwatch simulate`. @returns the exit code: 0, or 2 with one line for what is wrong. */
export async function simulateCommand(args: string[], io: Io, clock: Clock = systemClock): Promise<number> {
  return runDeskCommand('simulate', io, async () => {
    const options = readOptions(args);
    if (options === null) return void io.stdout.write(help);
    const asked = await gather(options, io, clock);
    const result = simulate({ ...asked.input, timezone: asked.facts.timezone });
    if (options.html !== undefined) writePage(options.html, simulationPage(result, asked.facts));
    io.stdout.write(
      options.json
        ? `${JSON.stringify({ ...asked.facts, ...result })}\n`
        : simulationText(result, asked.facts),
    );
  });
}

function readOptions(args: string[]) {
  const text = { type: 'string' } as const;
  const { values, positionals } = readArguments(args, {
    options: {
      policy: text,
      against: text,
      events: text,
      from: text,
      to: text,
      until: text,
      zone: text,
      html: text,
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  if (positionals.length > 0) throw badArguments('simulate', `unexpected argument "${positionals[0]}"`);
  const { policy, against, events, html, json, zone } = values;
  if (policy === undefined) throw badArguments('simulate', '--policy is missing; name the draft');
  const moment = (name: 'from' | 'to' | 'until') =>
    values[name] === undefined ? undefined : readMoment('simulate', `--${name}`, values[name]);
  const [from, to, until] = [moment('from'), moment('to'), moment('until')];
  if (from !== undefined && to !== undefined && to <= from)
    throw badArguments('simulate', '--to is not after --from; swap the two');
  return { policy, against, events, from, to, until, timezone: readZone(zone), html, json };
}
type Options = NonNullable<ReturnType<typeof readOptions>>;

function readZone(zone = 'UTC'): string {
  if (isZoneId(zone)) return zone;
  throw badArguments('simulate', `--zone: ${unknownZone(zone)}`);
}

async function gather(options: Options, io: Io, clock: Clock) {
  const { env } = io;
  const now = clock.now();
  const against = options.against ?? (options.events === undefined ? 'desk' : undefined);
  const current = against === undefined ? null : await promisesOf(against, io, now);
  const draft = await readPromises(options.policy, current, env, now);
  for (const warning of draft.warnings) io.stderr.write(`harborwatch simulate: warning: ${warning}\n`);
  const found =
    options.events === undefined
      ? await fromDesk(options, io, now)
      : { histories: readHistoryFile(options.events), from: options.from, to: options.to };
  if (found.histories.length === 0)
    throw wrong('no case was created in that time; choose another --from and --to');
  const until = options.until ?? (options.events === undefined ? toInstant(now) : lastOf(found.histories));
  const facts: SimulationFacts = {
    draft: options.policy,
    against: against === 'desk' ? `the promises in force (${current?.version})` : (against ?? null),
    histories: options.events ?? 'the running desk',
    from: found.from ?? null,
    to: found.to ?? null,
    until,
    timezone: options.timezone,
  };
  return { facts, input: { ...found, draft: draft.set, current, until } };
}

async function promisesOf(against: string, io: Io, now: number): Promise<PolicySet> {
  if (against !== 'desk') return (await readPromises(against, null, io.env, now)).set;
  const desk = await connectDesk(io.env);
  const { policyVersion } = z.parse(inForce, await desk.get('/api/sla/promises'));
  const set = await desk.get(`/api/sla/policies/${encodeURIComponent(policyVersion)}`);
  const { version, ...written } = z.parse(versioned, set);
  return { version, ...parseInput(policySetSchema, written) };
}

const inForce = z.object({ policyVersion: z.string() });
const versioned = z.looseObject({ version: z.string() });

async function fromDesk(options: Options, io: Io, now: number) {
  const to = options.to ?? toInstant(now);
  const from = options.from ?? toInstant(Date.parse(to) - daysBackMs);
  const desk = await connectDesk(io.env);
  const fetched = await fetchHistories(desk, { from, to });
  return { histories: fetched.map((events) => events.map(readSlaEvent)), from, to };
}

function lastOf(histories: readonly (readonly SlaEvent[])[]): Instant {
  return histories.flat().reduce((last, { at }) => (at > last ? at : last), '');
}

function writePage(file: string, page: string): void {
  try {
    writeFileSync(file, page);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(',')[0] : String(error);
    throw wrong(`--html: ${file} cannot be written (${reason})`);
  }
}
