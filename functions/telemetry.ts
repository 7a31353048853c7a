import middy, { type MiddlewareObj } from '@middy/core';
import type { Log } from '../ports/log.ts';

/** What watches a handler: structured logs, counts, and whatever the host wraps around it (tracing, flushing). */
export interface Telemetry {
  readonly log: Log;
  /** Adds to a counter of the desk, e.g. `MailReceived`. */
  count(metric: string, value?: number): void;
  readonly middlewares: readonly MiddlewareObj<unknown>[];
}

/**
 * The outermost layer of each handler on both hosts: the host's middlewares, then the event checked by
 * `parse` (which throws for an event that is not of the handler's kind), then the handler.
 */
export function observed<Event, Result>(
  telemetry: Telemetry,
  parse: (event: unknown) => Event,
  handle: (event: Event) => Promise<Result>,
): (event: unknown, context?: unknown) => Promise<Result> {
  const pipeline = middy<unknown, Result>().use([...telemetry.middlewares]);
  const handler = pipeline.handler((event) => handle(parse(event)));
  return (event, context) =>
    handler(event, (context ?? localContext) as never, {} as never) as Promise<Result>;
}

/** Off AWS there is no invocation context, but middy wants one. */
const localContext = { getRemainingTimeInMillis: () => 30_000 };
