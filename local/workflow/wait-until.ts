import { evaluateTemplate, type QueryScope } from './evaluate.ts';
import type { Json } from './json.ts';
import { MAX_SECONDS } from './limits.ts';
import { StateError } from './state-error.ts';
import type { WaitState } from './state-machine.ts';

/** RFC 3339 with a capital T and a zone, as Step Functions asks for. */
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

export function isTimestamp(text: string): boolean {
  return TIMESTAMP.test(text) && !Number.isNaN(Date.parse(text));
}

/** Epoch ms at which a Wait ends: absolute, so that a restart changes nothing. In the past means at once. */
export async function waitUntil(state: WaitState, scope: QueryScope): Promise<number> {
  if (state.Seconds !== undefined) {
    const value = await evaluateTemplate(state.Seconds, 'Seconds', scope);
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_SECONDS) {
      return scope.now + value * 1_000;
    }
    throw wrong(scope, 'Seconds', `a whole number from 0 to ${MAX_SECONDS}`, value);
  }
  const value = await evaluateTemplate(state.Timestamp ?? null, 'Timestamp', scope);
  if (typeof value === 'string' && isTimestamp(value)) return Date.parse(value);
  throw wrong(scope, 'Timestamp', 'an RFC 3339 instant such as 2026-11-22T09:30:00Z', value);
}

function wrong(scope: QueryScope, field: string, wanted: string, got: Json): StateError {
  return new StateError(
    'States.QueryEvaluationError',
    `The field '${field}' of the state '${scope.stateName}' must be ${wanted}, got ${JSON.stringify(got)}`,
  );
}
