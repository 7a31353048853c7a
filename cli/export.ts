import { toInstant } from '../core/time/instant.ts';
import type { Clock } from '../ports/clock.ts';
import type { CommandIo } from './command-io.ts';
import { connectDesk } from './desk-client.ts';
import { type FetchedHistory, fetchHistories } from './read-histories.ts';
import { readMoment } from './read-moment.ts';
import { badArguments, readArguments, runDeskCommand } from './run-desk-command.ts';

const help = `harborwatch export: take data out of the running desk

Usage
  harborwatch export histories [--from TIME] [--to TIME] > history.jsonl

Prints what happened to the cases that were created from --from (included) to --to (excluded; without them the
last 30 days), an event as a JSON object a line: what harborwatch simulate --events reads. Names, addresses and
words of people are left out.
Times are ISO 8601 with Z or an offset, or a date, which is its midnight in UTC.
`;

const daysBackMs = 30 * 86_400_000;
const systemClock: Clock = { now: () => Date.now() };

type Io = Pick<CommandIo, 'stdout' | 'stderr' | 'env'>;

/** `harborwatch export histories`. @returns the exit code. */
export async function exportCommand(args: string[], io: Io, clock: Clock = systemClock): Promise<number> {
  return runDeskCommand('export', io, async () => {
    const { values, positionals } = readArguments(args, {
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return void io.stdout.write(help);
    const [what, stray] = positionals;
    if (what !== 'histories') throw badArguments('export', `there is no "${what ?? ''}"; use histories`);
    if (stray !== undefined) throw badArguments('export', `unexpected argument "${stray}"`);
    const to = values.to === undefined ? toInstant(clock.now()) : readMoment('export', '--to', values.to);
    const from =
      values.from === undefined
        ? toInstant(Date.parse(to) - daysBackMs)
        : readMoment('export', '--from', values.from);
    if (to <= from) throw badArguments('export', '--to is not after --from; swap the two');
    const desk = await connectDesk(io.env);
    for (const { events, policyVersion } of await fetchHistories(desk, { from, to }))
      for (const event of events) io.stdout.write(`${JSON.stringify(lineOf(event, policyVersion))}\n`);
  });
}

/** The creation says under which promises the case began, so that what happened can be told from a file too. */
function lineOf(event: FetchedHistory['events'][number], policyVersion: string | null): object {
  return event.type === 'case.created.v1' && policyVersion !== null ? { ...event, policyVersion } : event;
}
