import { writeFileSync } from 'node:fs';
import { isZoneId, unknownZone } from '../core/calendar/zone.ts';
import type { PolicySet } from '../core/sla/policy-set.ts';
import { simulate } from '../core/sla/simulate.ts';
import type { SlaEvent } from '../core/sla/sla-fact.ts';
import { type Instant, toInstant } from '../core/time/instant.ts';
import type { Clock } from '../ports/clock.ts';
import type { CommandIo } from './command-io.ts';
import { connectDesk } from './desk-client.ts';
import { fetchHappened, fetchInForce } from './fetch-policies.ts';
import { fetchHistories, readFetched, readHistoryFile } from './read-histories.ts';
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
People are taken to have acted as they did; re-bases are left out, but for --against happened.

  --policy DRAFT      a YAML file, or a configuration folder. The file may hold only what is to be different, such
                      as calendars alone; the rest is then as in CURRENT.
  --against CURRENT   the same; or "desk" for the promises in force at the running desk, which is what it is without
                      --events; or "happened" for what did happen there: each case under the promises that it
                      stood under. With --events and without --against the draft stands alone.
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
    if (result.cases === 0) throw wrong('no case was created in that time; choose another --from and --to');
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
  const now = clock.now();
  const { events, from, to } = options;
  const against = options.against ?? (events === undefined ? 'desk' : undefined);
  const base = await baseOf(against, io, now);
  const draft = await readPromises(options.policy, base, io.env, now);
  for (const warning of draft.warnings) io.stderr.write(`harborwatch simulate: warning: ${warning}\n`);
  const span = spanOf(options, now);
  const found =
    events === undefined
      ? readFetched(await fetchHistories(await connectDesk(io.env), span))
      : readHistoryFile(events);
  const current =
    against === 'happened' && base !== null
      ? await fetchHappened(await connectDesk(io.env), found, base)
      : base;
  const facts: SimulationFacts = {
    draft: options.policy,
    against: sideName(against, base),
    histories: events ?? 'the running desk',
    from: events === undefined ? span.from : (from ?? null),
    to: events === undefined ? span.to : (to ?? null),
    until: options.until ?? (events === undefined ? toInstant(now) : lastOf(found.histories)),
    timezone: options.timezone,
  };
  const input = { histories: found.histories, draft: draft.set, current, until: facts.until, from, to };
  return { facts, input };
}

/** What the draft is set against, and what it leaves out is taken from. */
async function baseOf(against: string | undefined, io: Io, now: number): Promise<PolicySet | null> {
  if (against === undefined) return null;
  if (against === 'desk' || against === 'happened') return fetchInForce(await connectDesk(io.env));
  return (await readPromises(against, null, io.env, now)).set;
}

/** What the desk is asked for. */
function spanOf(options: Options, now: number): { from: Instant; to: Instant } {
  const to = options.to ?? toInstant(now);
  return { from: options.from ?? toInstant(Date.parse(to) - daysBackMs), to };
}

function sideName(against: string | undefined, base: PolicySet | null): string | null {
  if (against === 'happened') return 'what happened';
  return against === 'desk' ? `the promises in force (${base?.version})` : (against ?? null);
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
