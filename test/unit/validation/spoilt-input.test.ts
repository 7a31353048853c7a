import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oncallCommand } from '../../../cli/oncall.ts';
import { slaCommand } from '../../../cli/sla.ts';
import { parseDeskConfig } from '../../../core/config/desk-config.ts';
import { isDomainError } from '../../../core/errors.ts';
import { aConfig } from '../config/a-config.ts';
import { spoilt } from './spoilt.ts';

const schedule = {
  timezone: 'America/New_York',
  layers: [
    {
      name: 'Nights',
      users: ['ana', ['ben', 'cy']],
      rotation: { type: 'monthly', length: 1, start: '2026-01-31T09:00' },
      shiftMinutes: 600,
      until: '2027-01-01',
      priority: 1,
      restrictions: [{ days: ['fri', 6], start: '20:00', end: '08:00' }],
    },
  ],
  overrides: [{ from: '2026-03-01', to: '2026-03-02', add: ['dee'], remove: ['ana'] }],
  temporary: [
    { from: '2026-04-01', to: '2026-04-08', shifts: [{ user: 'eli', from: '2026-04-02', to: '2026-04-03' }] },
  ],
};
const lines = {
  at: { id: 1, schedule, at: '2026-03-08T07:00Z' },
  resolve: { id: 1, schedule, from: '2026-02-27', to: '2026-04-09' },
  due: {
    id: 1,
    calendar: {
      timezone: 'Europe/London',
      hours: { mon: [['09:00', '17:00']], fri: [['22:00', '06:00']] },
      holidays: ['2026-04-06'],
    },
    start: '2026-03-28T10:00',
    minutes: 90,
    pauses: [['2026-03-30T09:00', '2026-03-30T09:30']],
  },
};

async function answer(command: typeof slaCommand, name: string, line: unknown) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await command([name], {
    stdin: (async function* () {
      yield new TextEncoder().encode(`${JSON.stringify(line)}\n`);
    })(),
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    env: {},
  });
  return { code, out: out.join(''), err: err.join('') };
}

describe('a line with odd values anywhere', () => {
  const commands = [
    ['oncall at', oncallCommand, 'at', lines.at],
    ['oncall resolve', oncallCommand, 'resolve', lines.resolve],
    ['oncall fairness', oncallCommand, 'fairness', lines.resolve],
    ['sla due', slaCommand, 'due', lines.due],
  ] as const;

  it.each(commands)(
    'given to %s is answered, or refused in one line that names the fault',
    async (_title, command, name, line) => {
      await fc.assert(
        fc.asyncProperty(spoilt(line), async (input) => {
          const { code, out, err } = await answer(command, name, input);
          if (code === 0) {
            expect(err).toBe('');
            expect(JSON.parse(out)).toBeTypeOf('object');
          } else {
            expect(out).toBe('');
            expect(err).toMatch(/^harborwatch [a-z ]+: line 1: .+\n$/);
          }
        }),
        { numRuns: 500 },
      );
    },
  );
});

describe('a configuration with odd values anywhere', () => {
  it('is taken, or refused with every problem told in words', () => {
    fc.assert(
      fc.property(
        spoilt({
          ...aConfig(),
          schedules: {
            primary: { ...schedule, layers: [{ users: ['ana', 'ben'] }], overrides: [], temporary: [] },
          },
        }),
        (raw) => {
          try {
            parseDeskConfig(raw);
          } catch (error) {
            if (!isDomainError(error, 'config.invalid')) throw error;
            expect(error.details.length).toBeGreaterThan(0);
            for (const { message } of error.details) expect(message.length).toBeGreaterThan(5);
          }
        },
      ),
      { numRuns: 600 },
    );
  });
});
