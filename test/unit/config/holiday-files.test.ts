import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadConfigFolder } from '../../../adapters/config/load-config-folder.ts';
import { parseDeskConfig } from '../../../core/config/desk-config.ts';
import { aConfig } from './a-config.ts';
import { somePromises } from './some-promises.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holidays-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const now = Date.parse('2026-11-22T10:00:00Z');
const load = (at = now) => loadConfigFolder(folder, {}, at);

const ics = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];
const christmas = event('DTSTART;VALUE=DATE:20201225', 'RRULE:FREQ=YEARLY', 'SUMMARY:Christmas Day');
const fair = event('DTSTART;VALUE=DATE:20270301', 'DTEND;VALUE=DATE:20270304', 'SUMMARY:The fair');

async function write(calendar: object, files: Record<string, string> = {}): Promise<void> {
  const p = somePromises();
  const calendars = { ...p.calendars, office: { ...p.calendars.office, ...calendar } };
  await writeFile(join(folder, 'all.yaml'), stringify({ ...aConfig(), ...p, calendars }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

describe('holidays from a file', () => {
  it('stand among those of the calendar, for last year and five years ahead, as the store keeps them', async () => {
    await write({ holidays: ['2026-05-01'], holidaysFrom: ['us.ics'] }, { 'us.ics': ics(christmas, fair) });
    const { config } = await load();
    const years = ['2025', '2026', '2027', '2028', '2029', '2030', '2031'];
    expect(config.calendars.office?.holidays).toEqual([
      '2026-05-01',
      ...years.map((year) => ({ date: `${year}-12-25`, name: 'Christmas Day' })),
      { from: '2027-03-01', to: '2027-03-03', name: 'The fair' },
    ]);
    expect(parseDeskConfig(JSON.parse(JSON.stringify(config)))).toEqual(config);
  });

  it('give way to a day that the calendar writes itself', async () => {
    const own = { date: '2026-12-25', hours: [['09:00', '12:00']] };
    await write({ holidays: [own], holidaysFrom: 'us.ics' }, { 'us.ics': ics(christmas) });
    const dates = (await load()).config.calendars.office?.holidays;
    expect(dates).toContainEqual(own);
    expect(dates).not.toContainEqual(expect.objectContaining({ date: '2026-12-25', name: 'Christmas Day' }));
  });

  it('may come from several files', async () => {
    const files = { 'a.ics': ics(christmas), 'b.ics': ics(fair) };
    await write({ holidays: undefined, holidaysFrom: ['a.ics', 'b.ics'] }, files);
    expect((await load()).config.calendars.office?.holidays).toHaveLength(8);
  });

  it.each([
    ['a file that is not there', ['none.ics'], 0, /none\.ics: there is no such file/],
    [
      'what is no iCalendar file',
      ['text.ics'],
      0,
      /text\.ics is no iCalendar file; it must begin with BEGIN:VCALENDAR/,
    ],
    ['a file with nothing in these years', ['old.ics'], 0, /old\.ics has no holiday from 2025 to 2031/],
    ['a rule that cannot be read exactly', ['good.ics', 'rule.ics'], 1, /rule\.ics: line \d+: RRULE/],
    ['a file that is too large', ['large.ics'], 0, /large\.ics: is larger than 2 MiB/],
    ['a folder', ['folder.ics'], 0, /folder\.ics: (is no file|cannot be read)/],
    ['a file outside of the folder', ['../x.ics'], 0, /outside of the configuration folder/],
    ['an absolute path', ['/etc/hostname'], 0, /outside of the configuration folder/],
    ['a number for a name', [7], 0, /write a list of names/],
  ])('are refused from %s, with calendar, file and remedy', async (_what, holidaysFrom, index, message) => {
    await write(
      { holidaysFrom },
      {
        'good.ics': ics(christmas),
        'text.ics': 'Christmas is on the 25th\n',
        'old.ics': ics(event('DTSTART;VALUE=DATE:20101225')),
        'rule.ics': ics(event('DTSTART;VALUE=DATE:20261126', 'RRULE:FREQ=YEARLY;BYDAY=4TH')),
        'large.ics': 'x'.repeat(2 * 1024 * 1024 + 1),
      },
    );
    await mkdir(join(folder, 'folder.ics'));
    await expect(load()).rejects.toMatchObject({
      code: 'config.invalid',
      details: [
        {
          field: `calendars.office.holidaysFrom[${index}]`,
          message: expect.stringMatching(new RegExp(`${message.source}.*\\(in all\\.yaml\\)`, 's')),
        },
      ],
    });
  });
});

describe('the hash of the files', () => {
  it('changes with what they say and with their holidays, not with comments nor with time', async () => {
    const calendar = { holidaysFrom: ['us.ics'] };
    await write(calendar, { 'us.ics': ics(christmas) });
    const { filesHash } = await load();
    await writeFile(join(folder, 'note.yaml'), '# nothing\n');
    expect((await load()).filesHash).toBe(filesHash);
    const next = await load(now + 366 * 86_400_000);
    expect(next.filesHash).toBe(filesHash);
    expect(next.config).not.toEqual((await load()).config);
    await write(calendar, { 'us.ics': ics(christmas, fair) });
    expect((await load()).filesHash).not.toBe(filesHash);
    await write({}, {});
    expect((await load()).filesHash).not.toBe(filesHash);
  });

  it('changes with a secret that the files only name', async () => {
    const raw = aConfig();
    const hook = { id: 'hook', channel: 'webhook', url: 'https://x.example', secret: { env: 'HOOK' } };
    raw.users[0]?.contacts.push(hook);
    await writeFile(join(folder, 'all.yaml'), stringify(raw));
    const secret = (byte: number) => ({ HOOK: `whsec_${Buffer.alloc(32, byte).toString('base64')}` });
    const [one, two] = [
      await loadConfigFolder(folder, secret(1), now),
      await loadConfigFolder(folder, secret(2), now),
    ];
    expect(one.filesHash).not.toBe(two.filesHash);
  });
});
