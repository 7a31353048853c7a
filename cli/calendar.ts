import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { calendarSchema } from '../core/calendar/calendar.ts';
import { holidaysFromIcs } from '../core/calendar/ics-holidays.ts';
import { DomainError } from '../core/errors.ts';
import { parseInput } from '../core/validation/parse-input.ts';
import type { Clock } from '../ports/clock.ts';
import type { CommandIo } from './command-io.ts';

const help = `harborwatch calendar: calendars of promises

Usage
  harborwatch calendar import FILE.ics [--timezone ZONE] [--from YEAR] [--to YEAR] [--json]

Prints the holidays of an iCalendar file as a calendar for config/sla.yaml: all-day events as dates, timed ones
from start to end. Years: last year to five years ahead, if not said otherwise. ZONE (default UTC) is an IANA zone.
To have the file read at each start instead, name it in the calendar:  holidaysFrom: [FILE.ics]
`;

const systemClock: Clock = { now: () => Date.now() };

/** `harborwatch calendar import`. @returns the exit code. */
export async function calendarCommand(
  args: string[],
  io: Pick<CommandIo, 'stdout'>,
  clock: Clock = systemClock,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h') || args[0] === 'help') {
    io.stdout.write(help);
    return 0;
  }
  const { values, positionals } = readArguments(args);
  const [name, file, ...stray] = positionals;
  if (name !== 'import' || file === undefined || stray.length > 0)
    throw wrong('name what to do and one file: calendar import FILE.ics');
  const year = new Date(clock.now()).getUTCFullYear();
  const fromYear = yearOf('--from', values.from) ?? year - 1;
  const toYear = yearOf('--to', values.to) ?? year + 5;
  const holidays = holidaysFromIcs(await textOf(file), { fromYear, toYear });
  if (holidays.length === 0)
    throw wrong(
      `${file} has no holiday from ${fromYear} to ${toYear}; choose other years with --from and --to`,
    );
  const calendar = parseInput(calendarSchema, { timezone: values.timezone, holidays });
  io.stdout.write(
    values.json ? `${JSON.stringify(calendar)}\n` : stringify({ calendars: { imported: calendar } }),
  );
  return 0;
}

function readArguments(args: string[]) {
  const text = { type: 'string' } as const;
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      timezone: { type: 'string', default: 'UTC' },
      from: text,
      to: text,
      json: { type: 'boolean', default: false },
    },
  });
}

function yearOf(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^(19|20|21)\d{2}$/.test(text)) return Number(text);
  throw wrong(`${option}: "${text.slice(0, 20)}" is no year; write one such as 2027`);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(',')[0] ?? '') : String(error);
    throw wrong(`${file} cannot be read (${reason}); name an .ics file`);
  }
}

function wrong(message: string): DomainError {
  return new DomainError('invalid', 'calendar.import', message);
}
