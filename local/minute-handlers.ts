import { createRedrivePagesHandler } from '../functions/redrive-pages/handler.ts';
import { createSweepClocksHandler } from '../functions/sweep-clocks/handler.ts';
import type { Telemetry } from '../functions/telemetry.ts';
import type { Ports } from '../ports/ports.ts';
import type { EachMinuteOptions } from './each-minute.ts';

/** The functions that AWS calls each minute, by the names of their folders. */
export function minuteHandlers(ports: Ports, telemetry: Telemetry): EachMinuteOptions['handlers'] {
  return {
    'redrive-pages': createRedrivePagesHandler(ports, telemetry),
    'sweep-clocks': createSweepClocksHandler(ports, telemetry),
  };
}
