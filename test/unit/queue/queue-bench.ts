import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { RandomIds } from '../../../adapters/random-ids.ts';
import { DurableQueue } from '../../../local/queue/durable-queue.ts';
import type { QueuePolicy } from '../../../local/queue/queued-message.ts';

export const START = Date.parse('2026-11-22T10:00:00.000Z');

export interface QueueBench {
  readonly queue: DurableQueue;
  readonly clock: { at: number; now(): number };
  /** Closes the queue and opens the same file again, as after a restart. */
  reopen(): DurableQueue;
}

/** A queue `work` (5 s visibility, dead after 3 receipts, to `dead`) in a folder that goes with the test. */
export function openQueue(policy: Partial<QueuePolicy> = {}): QueueBench {
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-queue-'));
  const clock = { at: START, now: () => clock.at };
  const open = () =>
    new DurableQueue({
      file: join(folder, 'queue.db'),
      clock,
      ids: new RandomIds(clock),
      queues: {
        work: { visibilityTimeoutMs: 5_000, deadLetter: { queue: 'dead', maxReceiveCount: 3 }, ...policy },
        dead: { visibilityTimeoutMs: 5_000, deadLetter: null },
      },
    });
  let queue = open();
  onTestFinished(() => {
    queue.close();
    rmSync(folder, { recursive: true });
  });
  return {
    get queue() {
      return queue;
    },
    clock,
    reopen: () => {
      queue.close();
      queue = open();
      return queue;
    },
  };
}
