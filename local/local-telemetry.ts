import type { Telemetry } from '../functions/telemetry.ts';
import type { Log } from '../ports/log.ts';

/** On one machine the log is the telemetry: counters show at level debug. */
export function localTelemetry(log: Log): Telemetry {
  return {
    log,
    count: (metric, value = 1) => log.debug('count', { metric, value }),
    middlewares: [],
  };
}
