import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';

const KILLS = 30;
/** Started anew by every process, so that there is always work to be killed in. */
const EXECUTIONS_A_RUN = 10;
const LONGEST_LIFE_MS = 500;
const STEPS = ['item1', 'item2', 'item3', 'ask', 'last'];

interface Calls {
  execution: string;
  step: string;
  id: string;
}

test(`an engine killed ${KILLS} times loses nothing and repeats no committed effect`, {
  timeout: 300_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'workflow-kill-'));
  const promised = new Set<string>();
  const committed = new Set<string>();
  let repeatedBeforeCommit = 0;
  let kills = 0;
  try {
    for (let isDone = false; !isDone; ) {
      const before = callsIn(folder).length;
      isDone = await runChild(folder, promised, kills < KILLS ? kills : null);
      if (!isDone) kills += 1;
      const calls = callsIn(folder);
      const now = calls.slice(before);
      expect(now.filter(({ id }) => committed.has(id))).toEqual([]);
      const earlier = new Set(calls.slice(0, before).map(({ id }) => id));
      repeatedBeforeCommit += now.filter(({ id }) => earlier.has(id)).length;
      const open = outstanding(folder);
      for (const { id } of calls) if (!open.has(id)) committed.add(id);
    }
    expect(kills).toBe(KILLS);
    expect(promised.size).toBeGreaterThan(KILLS);

    const rows = read(folder, 'SELECT name, status, output FROM executions');
    const kept = rows.map(({ name }) => String(name));
    expect([...promised].filter((name) => !kept.includes(name))).toEqual([]);
    expect(rows.filter(({ status, output }) => status !== 'SUCCEEDED' || output !== '"last"')).toEqual([]);
    expect(read(folder, 'SELECT id FROM tasks')).toEqual([]);

    const calls = callsIn(folder);
    for (const name of kept) {
      const own = calls.filter(({ execution }) => execution === name);
      expect(new Set(own.map(({ step }) => step))).toEqual(new Set(STEPS));
      // Only the token task is ever tried again under a new id: its answer was in the memory of the killed process.
      for (const step of STEPS.filter((each) => each !== 'ask')) {
        expect(new Set(own.filter((call) => call.step === step).map(({ id }) => id)).size).toBe(1);
      }
    }
    console.log(
      `${kills} kills, ${kept.length} executions, ${calls.length} calls, ${repeatedBeforeCommit} made again with the same id because no completion was committed, 0 after it was`,
    );
    expect(repeatedBeforeCommit).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** True when the child ended by itself, its work done; false when it was killed. The last `run` is null. */
async function runChild(folder: string, promised: Set<string>, run: number | null): Promise<boolean> {
  const work = run === null ? ['last', '0'] : [String(run), String(EXECUTIONS_A_RUN)];
  const child = spawn(process.execPath, [join(import.meta.dirname, 'workflow-child.ts'), folder, ...work], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      resolve();
    });
  });
  const exited = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('close', (_code, signal) => resolve(signal)),
  );
  if (run !== null) {
    await Promise.race([ready, exited]);
    await sleep(Math.random() * LONGEST_LIFE_MS);
    child.kill('SIGKILL');
  }
  const signal = await exited;
  for (const [, name] of printed.matchAll(/^started (.+)$/gm)) if (name !== undefined) promised.add(name);
  if (signal === 'SIGKILL') return false;
  expect(printed).toContain('done\n');
  return true;
}

function callsIn(folder: string): Calls[] {
  const path = join(folder, 'calls.log');
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [execution, step, id] = line.split(' ');
      return execution && step && id ? [{ execution, step, id }] : [];
    });
}

/** Tasks whose completion is not committed. Opening the database also recovers what the killed process left. */
function outstanding(folder: string): Set<string> {
  return new Set(read(folder, 'SELECT id FROM tasks').map(({ id }) => String(id)));
}

function read(folder: string, sql: string): Record<string, unknown>[] {
  const path = join(folder, 'workflows.db');
  if (!existsSync(path)) return [];
  const database = new DatabaseSync(path);
  try {
    const hasTables = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'tasks'").get();
    return hasTables ? database.prepare(sql).all() : [];
  } finally {
    database.close();
  }
}
