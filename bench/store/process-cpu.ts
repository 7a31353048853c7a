import { readFileSync } from 'node:fs';

const msPerTick = 10;

/** CPU milliseconds that a process has used. Linux; resolution 10 ms. */
export function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}

export function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Resident memory in MB. Linux. */
export function memoryMbOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? Number.NaN) / 1024);
}

/** The process below `pid`, at any depth, whose program is called `name`. Linux. */
export function descendantOf(pid: number, name: string): number {
  const found = search(pid, name);
  if (found === null) throw new Error(`process ${pid} has started no ${name}`);
  return found;
}

function search(pid: number, name: string): number | null {
  for (const child of readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number)) {
    const found = readFileSync(`/proc/${child}/comm`, 'utf8').startsWith(name) ? child : search(child, name);
    if (found !== null) return found;
  }
  return null;
}
