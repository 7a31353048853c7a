import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { DomainError } from '../../core/errors.ts';

/** Beside the database file: who serves it. Start times, because process ids are used again. */
interface Lease {
  readonly desk: ProcessIdentity;
  readonly server: ProcessIdentity;
}

interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

const endMs = 5_000;
const dyingMs = 500;

/**
 * Makes sure that no server of an earlier desk holds `file`. An orphan is killed only when its command line
 * is that very program on that very file; a server of a desk that is alive is left alone.
 * @throws DomainError `store.in-use`
 */
export async function releaseStaleServer(file: string, program: string): Promise<void> {
  const lease = readLease(file);
  if (!lease) return;
  if (serves(lease.server, program, file) && (await outlives(lease.desk)))
    throw new DomainError(
      'conflict',
      'store.in-use',
      `${file} is in use by another desk (process ${lease.desk.pid}): stop it, or set HARBORWATCH_DATA to another folder`,
    );
  if (serves(lease.server, program, file)) await end(lease.server);
  rmSync(leaseFile(file), { force: true });
}

export function writeLease(file: string, serverPid: number): void {
  const lease: Lease = { desk: identify(process.pid), server: identify(serverPid) };
  writeFileSync(leaseFile(file), JSON.stringify(lease), { mode: 0o600 });
}

export function removeLease(file: string): void {
  rmSync(leaseFile(file), { force: true });
}

function leaseFile(file: string): string {
  return `${file}.server.json`;
}

function readLease(file: string): Lease | null {
  const text = contentOf(leaseFile(file));
  if (text === null) return null;
  try {
    return JSON.parse(text) as Lease;
  } catch {
    // Cut short by a crash while it was written: it names nobody.
    return null;
  }
}

function serves(server: ProcessIdentity, program: string, file: string): boolean {
  const command = contentOf(`/proc/${server.pid}/cmdline`)?.split('\0') ?? [];
  return isAlive(server) && command[0] === program && command.includes(file);
}

/** A desk that was killed a moment ago may take that moment to go. */
async function outlives(desk: ProcessIdentity): Promise<boolean> {
  if (desk.pid === process.pid) return false;
  for (let waited = 0; waited < dyingMs && isAlive(desk); waited += 20) await setTimeout(20);
  return isAlive(desk);
}

async function end(server: ProcessIdentity): Promise<void> {
  process.kill(server.pid, 'SIGKILL');
  for (let waited = 0; isAlive(server); waited += 10) {
    if (waited > endMs)
      throw new DomainError(
        'unavailable',
        'store.orphan',
        `process ${server.pid} holds the store and cannot be ended: end it by hand`,
      );
    await setTimeout(10);
  }
}

function identify(pid: number): ProcessIdentity {
  return { pid, startedAt: startTime(pid) ?? '' };
}

function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  const now = startTime(pid);
  return now !== null && now === startedAt;
}

/** Field 22 of /proc/<pid>/stat; null for a process that is gone or a zombie. The name may hold spaces. */
function startTime(pid: number): string | null {
  const fields = contentOf(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ');
  return !fields || fields[0] === 'Z' ? null : (fields[19] ?? null);
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return null;
    throw error;
  }
}
