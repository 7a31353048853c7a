import { redrivePages } from '../../app/redrive-pages.ts';
import type { Ports } from '../../ports/ports.ts';
import { observed, type Telemetry } from '../telemetry.ts';

/** Each minute: open pages that nobody works on any more are taken up again. What woke it says nothing. */
export function createRedrivePagesHandler(
  ports: Pick<Ports, 'store' | 'workflows' | 'clock' | 'log'>,
  telemetry: Telemetry,
): (event: unknown, context?: unknown) => Promise<{ redriven: number }> {
  return observed(
    telemetry,
    (event) => event,
    async () => {
      const redriven = await redrivePages(ports);
      if (redriven.length > 0) telemetry.count('PageRedriven', redriven.length);
      return { redriven: redriven.length };
    },
  );
}
