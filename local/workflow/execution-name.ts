import { MAX_NAME_LENGTH } from './limits.ts';
import { workflowError } from './workflow-error.ts';

// White space, brackets, wildcards, special and control characters: StartExecution's `name` in the API reference.
const FORBIDDEN = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}\u{fffe}\u{ffff}]/u;

export function checkExecutionName(name: string): void {
  if (name.length < 1 || name.length > MAX_NAME_LENGTH) {
    throw workflowError(
      'InvalidName',
      `name: must be 1 to ${MAX_NAME_LENGTH} characters, has ${name.length}`,
    );
  }
  const wrong = FORBIDDEN.exec(name);
  if (wrong)
    throw workflowError('InvalidName', `name: the character ${JSON.stringify(wrong[0])} is not allowed`);
}
