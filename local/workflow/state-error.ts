/** An error inside a state, under the name that Retry and Catch match. */
export class StateError extends Error {
  readonly error: string;
  readonly errorCause: string;

  constructor(error: string, cause: string) {
    super(`${error}: ${cause}`);
    this.name = 'StateError';
    this.error = error;
    this.errorCause = cause;
  }
}

/** Neither is caught or retried by a wildcard: only by its own name. */
const BEYOND_WILDCARDS = new Set(['States.DataLimitExceeded', 'States.Runtime']);
const TIMEOUTS = new Set(['States.Timeout', 'States.HeartbeatTimeout']);

/**
 * Whether an error of this name is one of `ErrorEquals`. A missed heartbeat is also a States.Timeout,
 * and States.TaskFailed is every error except a timeout.
 * Source: Step Functions guide, "Handling errors in workflows".
 */
export function errorMatches(errorEquals: readonly string[], error: string): boolean {
  return errorEquals.some((name) => {
    if (name === error) return true;
    if (name === 'States.ALL') return !BEYOND_WILDCARDS.has(error);
    if (name === 'States.TaskFailed') return !BEYOND_WILDCARDS.has(error) && !TIMEOUTS.has(error);
    return name === 'States.Timeout' && error === 'States.HeartbeatTimeout';
  });
}
