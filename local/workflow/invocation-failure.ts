import { MAX_CAUSE_LENGTH, MAX_ERROR_LENGTH } from './limits.ts';

/**
 * What a failed task reports. A Lambda's error is named by the thrown error's `name` and its cause is the
 * JSON of errorType and errorMessage; an API call's is `StepFunctions.<name>Exception`.
 */
export function failureOf(
  thrown: unknown,
  apiErrorName: string | undefined,
): { error: string; cause: string } {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (apiErrorName !== undefined) {
    return { error: `StepFunctions.${apiErrorName}Exception`, cause: message.slice(0, MAX_CAUSE_LENGTH) };
  }
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  const cause = JSON.stringify({ errorType: name, errorMessage: message });
  return { error: name.slice(0, MAX_ERROR_LENGTH), cause: cause.slice(0, MAX_CAUSE_LENGTH) };
}
