import { describe, expect, it } from 'vitest';
import { oncallCommand } from '../../../cli/oncall.ts';

async function run(args: string[], input: string | Uint8Array[]) {
  const out: string[] = [];
  const err: string[] = [];
  const chunks = typeof input === 'string' ? [new TextEncoder().encode(input)] : input;
  const code = await oncallCommand(args, {
    stdin: (async function* () {
      yield* chunks;
    })(),
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
  });
  const answers = out
    .join('')
    .trim()
    .split('\n')
    .filter((line) => line !== '' && args.length > 0 && !args.includes('--help'));
  return {
    code,
    answers: answers.map((line): unknown => JSON.parse(line)),
    out: out.join(''),
    err: err.join(''),
  };
}

const schedule = {
  timezone: 'Europe/London',
  layers: [
    { name: 'Week', users: ['ana', ['bén', 'cy']], rotation: { type: 'weekly', start: '2026-01-05T09:00' } },
  ],
};
const line = (rest: object) => `${JSON.stringify({ schedule, ...rest })}\n`;

describe('oncall at', () => {
  it('answers each line with id, people and reason', async () => {
    const { code, answers } = await run(
      ['at'],
      line({ id: 'x', at: '2026-07-06T08:00Z' }) + line({ at: '2026-07-06T08:59' }),
    );
    expect(code).toBe(0);
    expect(answers).toEqual([
      { id: 'x', onCall: ['ana'], why: 'layer Week: ana' },
      { onCall: ['bén', 'cy'], why: 'layer Week: bén, cy' },
    ]);
  });

  it('reads letters that are split between chunks, and a last line without its end', async () => {
    const bytes = new TextEncoder().encode(line({ id: 1, at: '2026-01-13T00:00Z' }).trim());
    const chunks = Array.from(bytes, (_, i) => bytes.slice(i, i + 1));
    expect((await run(['at'], chunks)).answers).toEqual([
      { id: 1, onCall: ['bén', 'cy'], why: 'layer Week: bén, cy' },
    ]);
  });

  it('names line, field and remedy of a bad line, answers the others, and ends with 2', async () => {
    const input = `${line({ at: 'later' })}\n{"schedule":\n[]\n${line({ id: 'good', at: '2026-01-06T00:00Z' })}${line({})}`;
    const { code, answers, err } = await run(['at'], input);
    expect(code).toBe(2);
    expect(answers).toEqual([{ id: 'good', onCall: ['ana'], why: 'layer Week: ana' }]);
    expect(err.trim().split('\n')).toEqual([
      expect.stringMatching(/^harborwatch oncall at: line 1: at: "later" is not a time; write an ISO time/),
      expect.stringMatching(/^harborwatch oncall at: line 3: is not JSON/),
      expect.stringMatching(/^harborwatch oncall at: line 4: expected object/),
      expect.stringMatching(/^harborwatch oncall at: line 6: at: is missing/),
    ]);
  });

  it('reads null as left out, but for the id', async () => {
    const written = {
      timezone: 'UTC',
      layers: [
        { name: null, users: ['ana'], rotation: null, shiftMinutes: null, until: null, priority: null },
      ],
      overrides: [{ from: '2026-01-06', to: '2026-01-07', add: ['ben'], remove: null }],
      temporary: null,
    };
    const input = { id: null, schedule: written, at: '2026-01-06T12:00Z' };
    const { code, answers } = await run(['at'], `${JSON.stringify(input)}\n`);
    expect(code).toBe(0);
    expect(answers).toMatchObject([{ id: null, onCall: ['ana', 'ben'] }]);
    const missing = await run(['at'], `${JSON.stringify({ ...input, at: null })}\n`);
    expect(missing.err).toMatch(/line 1: at: /);
  });

  it('keeps control characters of the input out of the terminal', async () => {
    const { err } = await run(['at'], line({ at: '\u001b[2Jnow\n' }));
    expect(err).not.toContain('\u001b');
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('oncall resolve', () => {
  it('gives spans and gaps in UTC', async () => {
    const { answers } = await run(
      ['resolve'],
      line({ id: 7, from: '2026-01-04T09:00', to: '2026-01-19T00:00Z' }),
    );
    expect(answers).toEqual([
      {
        id: 7,
        spans: [
          {
            from: '2026-01-05T09:00:00.000Z',
            to: '2026-01-12T09:00:00.000Z',
            onCall: ['ana'],
            why: 'layer Week: ana',
          },
          {
            from: '2026-01-12T09:00:00.000Z',
            to: '2026-01-19T00:00:00.000Z',
            onCall: ['bén', 'cy'],
            why: 'layer Week: bén, cy',
          },
        ],
        gaps: [['2026-01-04T09:00:00.000Z', '2026-01-05T09:00:00.000Z']],
      },
    ]);
  });

  it('refuses a stretch that ends before it begins', async () => {
    const { code, err } = await run(['resolve'], line({ from: '2026-01-05', to: '2026-01-04' }));
    expect(code).toBe(2);
    expect(err).toMatch(/line 1: to: is not after from; swap/);
  });
});

describe('oncall fairness', () => {
  it('gives minutes of each person over twelve weeks, or over the time that is asked', async () => {
    const { code, answers } = await run(
      ['fairness'],
      line({ id: 1, from: '2026-01-05T09:00', to: '2026-01-19T09:00' }) + line({ from: '2026-01-05T09:00' }),
    );
    expect(code).toBe(0);
    const load = (minutes: number, nightMinutes: number, weekendMinutes: number) => ({
      minutes,
      nightMinutes,
      weekendMinutes,
      nights: 7,
      weekends: 1,
    });
    expect(answers[0]).toEqual({
      id: 1,
      from: '2026-01-05T09:00:00.000Z',
      to: '2026-01-19T09:00:00.000Z',
      people: ['ana', 'bén', 'cy'].map((user) => ({ user, ...load(10_080, 3360, 2880) })),
    });
    // The clocks go forward on 29 March, the last night: an hour less for the pair, on duty then.
    expect(answers[1]).toMatchObject({
      to: '2026-03-30T08:00:00.000Z',
      people: [
        { user: 'ana', minutes: 6 * 10_080, nightMinutes: 6 * 3360 },
        { user: 'bén', minutes: 6 * 10_080 - 60, nightMinutes: 6 * 3360 - 60 },
        { user: 'cy', minutes: 6 * 10_080 - 60, nightMinutes: 6 * 3360 - 60 },
      ],
    });
  });

  it('names the field of a time that is none', async () => {
    const { code, err } = await run(['fairness'], line({ from: '2026-01-05', to: 'summer' }));
    expect(code).toBe(2);
    expect(err).toMatch(/line 1: to: "summer" is not a time/);
  });
});

describe('oncall', () => {
  it('explains itself, and refuses what it does not know with one line', async () => {
    expect((await run(['--help'], '')).out).toContain('harborwatch oncall resolve');
    for (const args of [[], ['now'], ['at', 'file.json']]) {
      const { code, err } = await run(args, '');
      expect(code).toBe(2);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
  });
});
