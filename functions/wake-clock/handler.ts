import { setTimeout as waitMs } from 'node:timers/promises';
import * as z from 'zod/mini';
import { wakeClock } from '../../app/wake-clock.ts';
import { clockNames } from '../../core/sla/clock-name.ts';
import { type Instant, toEpochMs } from '../../core/time/instant.ts';
import type { Ports } from '../../ports/ports.ts';
import { observed, type Telemetry } from '../telemetry.ts';

const input = z.object({
  caseId: z.string(),
  clock: z.enum(clockNames),
  instance: z.int().check(z.positive()),
  epoch: z.int().check(z.positive()),
  at: z.iso.datetime(),
});

/**
 * Step Functions cuts the time of a Wait to the second, and its clock may be a little ahead of ours. An execution
 * that gave up before its time would ask for one of its own name, and nobody would look.
 */
const earliestByMs = 2_000;

/** Task of `sla-clock`: what is due by now? */
export function createWakeClockHandler(
  ports: Pick<Ports, 'store' | 'config' | 'clock' | 'ids' | 'workflows' | 'log'>,
  telemetry: Telemetry,
): (event: unknown, context?: unknown) => Promise<{ next: Instant | null }> {
  return observed(
    telemetry,
    (event) => input.parse(event),
    async ({ at, ...woken }) => {
      const earlyMs = toEpochMs(at) - ports.clock.now();
      if (earlyMs > 0 && earlyMs <= earliestByMs) await waitMs(earlyMs);
      const lateMs = Math.max(0, ports.clock.now() - toEpochMs(at));
      const { next } = await wakeClock(woken, ports);
      telemetry.log.info('clock woke', { ...woken, lateMs, next });
      return { next };
    },
  );
}
