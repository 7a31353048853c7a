import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { caseCommand } from '../../../cli/case.ts';
import { escalationCommand } from '../../../cli/escalation.ts';
import { exportCommand } from '../../../cli/export.ts';
import { simulateCommand } from '../../../cli/simulate.ts';
import { slaCommand } from '../../../cli/sla.ts';
import type { Simulation } from '../../../core/sla/simulate.ts';
import { startOfTests } from '../../fakes/fake-ports.ts';
import { promisedPorts, promises } from '../../fakes/promised-ports.ts';
import { addSampleCase, addSampleClocks, sampleCaseId, sampleEscalationId } from '../../fakes/sample-case.ts';
import { cliDesk } from './cli-desk.ts';

async function desk() {
  const ports = promisedPorts();
  await addSampleCase(ports);
  await addSampleClocks(ports);
  return cliDesk(ports);
}

const oneLine = (text: string) => text.trimEnd().split('\n').length === 1;

describe('harborwatch sla explain', () => {
  it('prints every stretch of each promise, so that a person can check the sum', async () => {
    await using cli = await desk();
    const { code, out, err } = await cli.run(slaCommand, 'explain', sampleCaseId.toLowerCase());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Policy +crisis \(Crisis\)$/m);
    expect(out).toMatch(
      /^first-reply 1 +running, 29 min left in business time, 29 min left on the wall clock$/m,
    );
    expect(out).toMatch(/^ {2}sum +30 min promised, 1 min counted, 29 min left$/m);
    expect(out).toMatch(/^ {2}due +Sun 2026-11-22 10:53 UTC = 2026-11-22T10:53:00\.000Z$/m);
    expect(out).toMatch(/^ {2}Sun 2026-11-22 10:23 +Sun 2026-11-22 10:53 +30 min +counts$/m);
    expect(out).toMatch(/^agent-work 1 +running +1 min counted; nothing is promised$/m);
  });

  it('prints all of it as JSON', async () => {
    await using cli = await desk();
    const { out } = await cli.run(slaCommand, 'explain', sampleCaseId, '--json');
    expect(JSON.parse(out)).toMatchObject({ caseId: sampleCaseId, policy: { id: 'crisis' } });
  });

  it.each([
    [['explain'], 'explain needs the id of a case'],
    [['explain', 'HW-1'], 'write a case id such as'],
    [['explain', 'HW-00000000'], 'There is no case HW-00000000'],
    [['explain', sampleCaseId, 'x'], 'unexpected argument "x"'],
    [['explian', sampleCaseId], 'there is no "explian"; use due, explain or rebase'],
    [['rebase', '--reason', 'x'], '--reason is for --apply'],
    [['rebase', '--apply'], '--apply needs --reason'],
    [['rebase', 'HW-00000000'], 'HW-00000000 is no open case on another version'],
  ])('%j is one clear line and exit code 2', async (args, line) => {
    await using cli = await desk();
    const { code, out, err } = await cli.run(slaCommand, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(line);
    expect(oneLine(err)).toBe(true);
  });
});

describe('harborwatch sla rebase', () => {
  const [crisis, standard] = promises.policies;
  const longer = {
    policies: [{ ...crisis, targets: { ...crisis?.targets, 'first-reply': { emergency: 45 } } }, standard],
  };

  it('previews, moves when told to, and then has nothing to do', async () => {
    await using cli = await desk();
    expect((await cli.run(slaCommand, 'rebase')).out).toMatch(/^every open case is on version /);
    const { version } = cli.ports.publishNext(longer);
    const preview = await cli.run(slaCommand, 'rebase');
    expect(preview.out).toContain(`1 open cases are on another version than ${version}`);
    expect(preview.out).toMatch(/first-reply 1 +2026-11-22T10:53:00\.000Z +2026-11-22T11:08:00\.000Z/);
    expect(preview.out).not.toContain('emergency-ack');
    expect(cli.ports.store.cases.get(sampleCaseId)?.policyVersion).not.toBe(version);
    const applied = await cli.run(slaCommand, 'rebase', sampleCaseId, '--apply', '--reason', 'more time');
    expect(applied).toMatchObject({ code: 0, out: `1 of 1 cases moved to version ${version}\n` });
    expect(cli.ports.store.events.at(-1)).toMatchObject({ data: { reason: 'more time' } });
    expect((await cli.run(slaCommand, 'rebase')).out).toBe(`every open case is on version ${version}\n`);
  });
});

describe('harborwatch case show', () => {
  it('prints the promises of the case', async () => {
    await using cli = await desk();
    const { out } = await cli.run(caseCommand, 'show', sampleCaseId);
    expect(out).toMatch(/^Policy +crisis \(version [0-9a-f]{16}\)$/m);
    expect(out).toMatch(new RegExp(`^Escalations +${sampleEscalationId}$`, 'm'));
    expect(out).toMatch(/^first-reply 1 +running +2026-11-22T10:53:00\.000Z +- +-$/m);
  });
});

describe('harborwatch escalation', () => {
  it('lists what is open and takes it on', async () => {
    await using cli = await desk();
    const listed = await cli.run(escalationCommand, 'list');
    expect(listed.out).toMatch(new RegExp(`^${sampleEscalationId} +emergency .* by mara-lind +1 +1 `, 'm'));
    const json = JSON.parse((await cli.run(escalationCommand, 'list', '--json')).out) as unknown[];
    expect(json).toMatchObject([{ escalation: { id: sampleEscalationId }, case: { id: sampleCaseId } }]);
    const first = await cli.run(
      escalationCommand,
      'ack',
      sampleEscalationId.toLowerCase(),
      '--as',
      'ada-root',
    );
    expect(first.out).toBe(
      `${sampleEscalationId}: Ada Root (ada-root) has taken it on at 2026-11-22T10:24:00.000Z: it climbs no further\n`,
    );
    const second = await cli.run(escalationCommand, 'ack', sampleEscalationId, '--as', 'sven-holt');
    expect(second.out).toContain('Ada Root (ada-root) was first');
    expect((await cli.run(escalationCommand, 'list')).out).toBe('no open escalations\n');
  });

  it.each([
    [[], 'there is no ""; use list or ack'],
    [['list', 'x'], 'unexpected argument "x"'],
    [['list', '--as', 'x'], '--as is for ack'],
    [['ack'], 'ack needs the id of an escalation'],
    [['ack', 'x'], 'write an escalation id such as'],
    [['ack', `${sampleCaseId}-E7`], 'There is no escalation'],
    [['ack', sampleEscalationId, '--as', 'nobody'], 'no user of this desk'],
  ])('%j is one clear line and exit code 2', async (args, line) => {
    await using cli = await desk();
    const { code, err } = await cli.run(escalationCommand, ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(line)]);
    expect(oneLine(err)).toBe(true);
  });
});

describe('harborwatch simulate on a running desk', () => {
  const clock = { now: () => startOfTests + 60 * 60_000 };
  const simulate: typeof simulateCommand = (args, io) => simulateCommand(args, io, clock);

  it('sets a draft beside the promises in force, over the cases of the last 30 days', async () => {
    await using cli = await desk();
    const draft = join(cli.data, 'draft.yaml');
    const [crisis, standard] = promises.policies;
    const targets = { ...crisis?.targets, 'first-reply': { emergency: 90 } };
    await writeFile(draft, stringify({ policies: [{ ...crisis, targets }, standard] }));
    const { code, out } = await cli.run(simulate, '--policy', draft, '--json');
    const result = JSON.parse(out) as Simulation & { against: string; until: string };
    expect(code).toBe(0);
    expect(result.against).toMatch(/^the promises in force \([0-9a-f]{16}\)$/);
    expect(result.until).toBe('2026-11-22T11:24:00.000Z');
    expect(result.byClock.find(({ clock: name }) => name === 'first-reply')).toMatchObject({
      draft: { breached: 0, undecided: 1 },
      current: { breached: 1, undecided: 0 },
    });
  });

  it('replays an export as it replays the desk, and takes calendars alone', async () => {
    await using cli = await desk();
    const [draft, history, page] = ['shut.yaml', 'history.jsonl', 'page.html'].map((name) =>
      join(cli.data, name),
    ) as [string, string, string];
    await writeFile(
      draft,
      stringify({ calendars: { always: { timezone: 'UTC', hours: { mon: [['09:00', '10:00']] } } } }),
    );
    const exported = await cli.run((args, io) => exportCommand(args, io, clock), 'histories');
    expect(exported.out.trimEnd().split('\n')).toHaveLength(4);
    expect(exported.out).not.toContain('kim@');
    await writeFile(history, exported.out);
    const options = ['--policy', draft, '--until', '2026-11-22T11:24:00Z', '--html', page];
    const live = await cli.run(simulate, ...options);
    const offline = await cli.run(simulate, ...options, '--events', history, '--against', 'desk');
    expect(live.out).toMatch(/first-reply +- +0\.0 % \(1 late\) +1/);
    const tables = (text: string) => text.split('\n').slice(1);
    expect(tables(offline.out)).toEqual(tables(live.out));
    const html = await readFile(page, 'utf8');
    expect(html).toMatch(/<svg [^>]*role="img"/);
    expect(html).not.toMatch(/<script|https?:/);
    expect(html).toContain('0.0 % (1 late)');
  });

  it('sets it beside what happened, each case under the promises that it stood under', async () => {
    await using cli = await desk();
    const [crisis, standard] = promises.policies;
    const firstReply = (minutes: number) => ({
      policies: [
        { ...crisis, targets: { ...crisis?.targets, 'first-reply': { emergency: minutes } } },
        standard,
      ],
    });
    const draft = join(cli.data, 'draft.yaml');
    await writeFile(draft, stringify(firstReply(90)));
    cli.ports.publishNext(firstReply(120));
    const breached = async (...args: string[]) => {
      const { out } = await cli.run(simulate, '--policy', draft, '--json', ...args);
      return (JSON.parse(out) as Simulation).byClock.find(({ clock: name }) => name === 'first-reply')
        ?.current?.breached;
    };
    expect(await breached('--against', 'desk')).toBe(0);
    expect(await breached('--against', 'happened')).toBe(1);
    const history = join(cli.data, 'history.jsonl');
    await writeFile(history, (await cli.run((args, io) => exportCommand(args, io, clock), 'histories')).out);
    const offline = ['--events', history, '--until', '2026-11-22T11:24:00Z', '--against', 'happened'];
    expect(await breached(...offline)).toBe(1);
    await cli.run(slaCommand, 'rebase', '--apply', '--reason', 'more time');
    expect(await breached('--against', 'happened')).toBe(0);
  });

  it('says what is missing', async () => {
    await using cli = await desk();
    const draft = join(cli.data, 'draft.yaml');
    await writeFile(draft, stringify({ calendars: { office: { timezone: 'UTC' } } }));
    const history = join(cli.data, 'history.jsonl');
    await writeFile(history, (await cli.run((args, io) => exportCommand(args, io, clock), 'histories')).out);
    const cases: [string[], RegExp][] = [
      [[], /--policy is missing/],
      [
        ['--policy', draft, '--events', history],
        /draft\.yaml: has no policies; add them, or name with --against/,
      ],
      [['--policy', draft, '--from', '2026-01-01', '--to', '2026-01-02'], /no case was created in that time/],
    ];
    for (const [args, line] of cases) {
      const { code, out, err } = await cli.run(simulate, ...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(line);
    }
  });
});
