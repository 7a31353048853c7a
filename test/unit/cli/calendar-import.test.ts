import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { calendarCommand } from '../../../cli/calendar.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calendar-'));
  file = join(folder, 'us.ics');
  const lines = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20200704', 'RRULE:FREQ=YEARLY'];
  await writeFile(
    file,
    [...lines, 'SUMMARY:Independence Day', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<string> {
  const out: string[] = [];
  const io = { stdout: { write: (text: string) => out.push(text) } };
  expect(await calendarCommand(args, io, { now: () => Date.UTC(2026, 10, 22) })).toBe(0);
  return out.join('');
}

it('prints the holidays of a file as a calendar, in YAML that the configuration takes', async () => {
  const { calendars } = parse(await run('import', file, '--timezone', 'America/New_York'));
  expect(calendars.imported.timezone).toBe('America/New_York');
  expect(calendars.imported.holidays).toHaveLength(7);
  expect(calendars.imported.holidays[0]).toEqual({ date: '2025-07-04', name: 'Independence Day' });
  const json = JSON.parse(await run('import', file, '--from', '2030', '--to', '2030', '--json'));
  expect(json).toEqual({ timezone: 'UTC', holidays: [{ date: '2030-07-04', name: 'Independence Day' }] });
});

it.each([
  [['import'], /one file/],
  [['export', 'x.ics'], /calendar import FILE/],
  [['import', 'none.ics'], /none\.ics cannot be read/],
  [['import', 'US', '--timezone', 'Mars/Base'], /timezone: .*IANA/],
  [['import', 'US', '--from', 'soon'], /--from: "soon" is no year/],
  [['import', 'US', '--from', '1999', '--to', '2000'], /no holiday from 1999 to 2000/],
])('refuses %j with what to write instead', async (args, message) => {
  await expect(run(...args.map((argument) => (argument === 'US' ? file : argument)))).rejects.toThrow(
    message,
  );
});
