import { open } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { Holiday } from '../../core/calendar/holiday.ts';
import { holidaysFromIcs, type IcsYears } from '../../core/calendar/ics-holidays.ts';
import { type ErrorDetail, isDomainError } from '../../core/errors.ts';
import { fieldPath } from '../../core/validation/explain-issues.ts';

/** As `holidaysFromIcs` takes it; looked at before the file is read. */
const longestBytes = 2 * 1024 * 1024;
const [yearsBack, yearsAhead] = [1, 5];
const mostFiles = 20;

export interface WithHolidays {
  /** The calendars with the holidays of their files among their own, and without `holidaysFrom`. */
  readonly calendars: unknown;
  /** The text of each file, by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly ErrorDetail[];
}

/**
 * Puts the holidays of the .ics files that calendars name (`holidaysFrom`, relative to the folder) in their
 * place, from last year to five years after `at` (epoch ms). A date that a calendar writes itself is its own.
 */
export async function readHolidayFiles(written: unknown, folder: string, at: number): Promise<WithHolidays> {
  const files = new Map<string, string>();
  const problems: ErrorDetail[] = [];
  if (!isRecord(written)) return { calendars: written, files, problems };
  const year = new Date(at).getUTCFullYear();
  const years = { fromYear: year - yearsBack, toYear: year + yearsAhead };
  const calendars = new Map<string, unknown>();
  for (const [id, calendar] of Object.entries(written)) {
    if (!isRecord(calendar) || !Object.hasOwn(calendar, 'holidaysFrom')) {
      calendars.set(id, calendar);
      continue;
    }
    const { holidaysFrom, ...rest } = calendar;
    const found = await Promise.all(namesOf(holidaysFrom).map((name) => readOne(name, folder, years)));
    found.forEach(({ name, text, problem }, i) => {
      if (text !== null) files.set(name, text);
      if (problem !== null)
        problems.push({ field: fieldPath(['calendars', id, 'holidaysFrom', i]), message: problem });
    });
    calendars.set(
      id,
      withHolidays(
        rest,
        found.flatMap(({ holidays }) => holidays),
      ),
    );
  }
  return { calendars: Object.fromEntries(calendars), files, problems };
}

/** Whatever stands there; `readOne` refuses what is no name. */
function namesOf(written: unknown): unknown[] {
  return Array.isArray(written) ? written.slice(0, mostFiles + 1) : [written];
}

interface ReadIcs {
  readonly name: string;
  readonly text: string | null;
  readonly holidays: readonly Holiday[];
  readonly problem: string | null;
}

async function readOne(written: unknown, folder: string, years: IcsYears): Promise<ReadIcs> {
  const refused = (problem: string, text: string | null = null): ReadIcs => ({
    name: String(written),
    text,
    holidays: [],
    problem,
  });
  if (typeof written !== 'string' || written === '')
    return refused('write a list of names such as [us-holidays.ics]');
  const path = join(folder, written);
  if (isAbsolute(written) || relative(folder, path).startsWith('..'))
    return refused(`${written} is outside of the configuration folder; put the file there`);
  const text = await readBounded(path);
  if (typeof text !== 'string') return refused(`${written}: ${text.problem}`);
  if (!/^\uFEFF?BEGIN:VCALENDAR\s/i.test(text))
    return refused(`${written} is no iCalendar file; it must begin with BEGIN:VCALENDAR`, text);
  try {
    const holidays = holidaysFromIcs(text, years);
    if (holidays.length > 0) return { name: written, text, holidays, problem: null };
    return refused(
      `${written} has no holiday from ${years.fromYear} to ${years.toYear}; get a newer file or leave it out`,
      text,
    );
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return refused(`${written}: ${error.message}`, text);
  }
}

async function readBounded(path: string): Promise<string | { problem: string }> {
  try {
    await using file = await open(path, 'r');
    const info = await file.stat();
    if (!info.isFile()) return { problem: 'is no file; name an .ics file' };
    if (info.size > longestBytes) return { problem: 'is larger than 2 MiB; keep only the holidays in it' };
    return await file.readFile('utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (isMissing) return { problem: 'there is no such file in the configuration folder; put it there' };
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `cannot be read: ${reason}; make it a file that this user may read` };
  }
}

function withHolidays(calendar: Record<string, unknown>, found: readonly Holiday[]): unknown {
  const own: unknown = calendar.holidays ?? [];
  // Not a list: the schema says so.
  if (!Array.isArray(own)) return calendar;
  const ownDates = new Set(own.map(dateOf));
  const others = found.filter((holiday) => !ownDates.has(dateOf(holiday)) || dateOf(holiday) === null);
  return { ...calendar, holidays: [...own, ...others] };
}

function dateOf(holiday: unknown): string | null {
  if (typeof holiday === 'string') return holiday;
  return isRecord(holiday) && typeof holiday.date === 'string' ? holiday.date : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
