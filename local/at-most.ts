type Handler = (payload: unknown) => Promise<unknown>;

/**
 * The handler with at most `limit` calls at work; others wait their turn, first come first served. What AWS does by
 * a function's concurrency: after an outage thousands of timers wake together, and mail and pages must get through.
 */
export function atMost(limit: number, handler: Handler): Handler {
  let atWork = 0;
  const waiting: (() => void)[] = [];
  return async (payload) => {
    if (atWork < limit) atWork += 1;
    // Whoever leaves hands on its place, so nobody who comes now can take it first.
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await handler(payload);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else atWork -= 1;
    }
  };
}
