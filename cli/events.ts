import { deskEventTypes, eventJsonSchema } from '../core/events/event-json-schema.ts';
import { closest } from '../core/validation/did-you-mean.ts';
import type { CommandIo } from './command-io.ts';
import { badArguments, readArguments, runDeskCommand } from './run-desk-command.ts';

const help = `harborwatch events: what other systems hear of the desk

Usage
  harborwatch events schema [TYPE]

Prints the JSON Schema of the events of one type, or of all of them:
${deskEventTypes.map((type) => `  ${type}\n`).join('')}
A desk on one machine writes its events to events.jsonl in its data folder; follow them with tail -F.
`;

/** `harborwatch events schema`; needs no running desk. @returns the exit code. */
export async function eventsCommand(
  args: string[],
  io: Pick<CommandIo, 'stdout' | 'stderr'>,
): Promise<number> {
  return runDeskCommand('events', io, async () => {
    const { values, positionals } = readArguments(args, {
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return void io.stdout.write(help);
    const [what, given, stray] = positionals;
    if (what !== 'schema') throw badArguments('events', `there is no "${what ?? ''}"; use schema`);
    if (stray !== undefined) throw badArguments('events', `unexpected argument "${stray}"`);
    const type = deskEventTypes.find((known) => known === given);
    if (given !== undefined && type === undefined) throw badArguments('events', unknownType(given));
    io.stdout.write(`${JSON.stringify(eventJsonSchema(type ?? null), null, 2)}\n`);
  });
}

function unknownType(given: string): string {
  const meant = closest(given, deskEventTypes);
  const remedy = meant === null ? `use one of ${deskEventTypes.join(', ')}` : `did you mean ${meant}?`;
  return `there is no event "${given}"; ${remedy}`;
}
