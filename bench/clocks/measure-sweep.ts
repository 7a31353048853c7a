import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { BenchFolders } from './bench-folders.ts';
import { reportBreaches } from './breach-records.ts';
import { clockConfig } from './clock-config.ts';
import { latenessLine } from './lateness.ts';
import { machineLoad } from './machine-load.ts';
import { openClocks, type Spread } from './open-clocks.ts';

/** The usual design over the same clocks: no execution waits, a sweep each 60 s finds what is past. */
export async function measureSweep(spread: Omit<Spread, 'from'>): Promise<void> {
  using folders = new BenchFolders(clockConfig);
  // Time enough to store them before the first is due.
  const from = Date.now() + 10_000 + spread.count * 5;
  const clocks = await openClocks(folders, { ...spread, from }, { withTimers: false });
  const times = await sweeps(folders.data, from + 60_000, spread.count);
  console.log(`a sweep each 60 s: ${latenessLine(times)} (${machineLoad()})`);
  await reportBreaches(folders.data, clocks);
}

function sweeps(dataFolder: string, firstAt: number, count: number): Promise<number[]> {
  const script = join(import.meta.dirname, 'sweep-each-minute.ts');
  const child = spawn(process.execPath, [script, dataFolder, String(firstAt), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(text) as number[]);
      else reject(new Error(`the sweep ended with ${code}`));
    });
  });
}
