import { demandHandovers } from '../../app/demand-handovers.ts';
import { sweepClocks } from '../../app/sweep-clocks.ts';
import { observed, type Telemetry } from '../telemetry.ts';

/**
 * Each minute: marks of clocks that nobody handled are handled, escalations that nobody carries out are taken up,
 * and crisis cases whose agent went off duty escalate. What woke it says nothing.
 */
export function createSweepClocksHandler(
  ports: Parameters<typeof sweepClocks>[0] & Parameters<typeof demandHandovers>[0],
  telemetry: Telemetry,
): (event: unknown, context?: unknown) => Promise<{ handled: number; failed: number; handovers: number }> {
  return observed(
    telemetry,
    (event) => event,
    async () => {
      const { handled, failed } = await sweepClocks(ports);
      // Meant to stay zero: what it could not handle is no better than what it had to.
      if (handled.length + failed.length > 0) telemetry.count('ClocksSwept', handled.length + failed.length);
      const demanded = await demandHandovers(ports);
      if (demanded.length > 0) telemetry.count('HandoversDemanded', demanded.length);
      return { handled: handled.length, failed: failed.length, handovers: demanded.length };
    },
  );
}
