import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import type { Log } from '../../ports/log.ts';
import type { Telemetry } from '../telemetry.ts';
import { traceInvocations } from './trace.ts';

/** Structured logs, CloudWatch metrics in the embedded format and X-Ray segments, for one Lambda. */
export function lambdaTelemetry(serviceName: string): Telemetry {
  const logger = new Logger({ serviceName });
  const metrics = new Metrics({ namespace: 'Harborwatch', serviceName });
  const log = lambdaLog(logger);
  return {
    log,
    count: (metric, value = 1) => metrics.addMetric(metric, MetricUnit.Count, value),
    middlewares: [
      injectLambdaContext(logger),
      traceInvocations({ serviceName, log }),
      logMetrics(metrics),
    ] as unknown as Telemetry['middlewares'],
  };
}

function lambdaLog(logger: Logger): Log {
  return {
    debug: (message, fields = {}) => logger.debug(message, fields),
    info: (message, fields = {}) => logger.info(message, fields),
    warn: (message, fields = {}) => logger.warn(message, fields),
    error: (message, fields = {}) => logger.error(message, fields),
  };
}
