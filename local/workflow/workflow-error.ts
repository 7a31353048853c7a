import { DomainError, type ErrorKind } from '../../core/errors.ts';

/** The errors of the Step Functions API that the engine gives, by the API's own names. */
const ERRORS = {
  ExecutionAlreadyExists: { kind: 'conflict', code: 'workflow.execution-already-exists' },
  ExecutionDoesNotExist: { kind: 'missing', code: 'workflow.execution-does-not-exist' },
  InvalidExecutionInput: { kind: 'invalid', code: 'workflow.invalid-execution-input' },
  InvalidName: { kind: 'invalid', code: 'workflow.invalid-name' },
  InvalidOutput: { kind: 'invalid', code: 'workflow.invalid-output' },
  InvalidToken: { kind: 'invalid', code: 'workflow.invalid-token' },
  StateMachineDoesNotExist: { kind: 'missing', code: 'workflow.state-machine-does-not-exist' },
  TaskTimedOut: { kind: 'missing', code: 'workflow.task-timed-out' },
  ValidationException: { kind: 'invalid', code: 'workflow.validation' },
} as const satisfies Record<string, { kind: ErrorKind; code: string }>;

export type WorkflowErrorName = keyof typeof ERRORS;

export function workflowError(name: WorkflowErrorName, message: string, cause?: unknown): DomainError {
  const { kind, code } = ERRORS[name];
  return new DomainError(kind, code, message, cause === undefined ? {} : { cause });
}

/** The API's name for an error of the engine; undefined for any other error. */
export function workflowErrorName(error: unknown): WorkflowErrorName | undefined {
  if (!(error instanceof DomainError)) return undefined;
  const names = Object.keys(ERRORS) as WorkflowErrorName[];
  return names.find((name) => ERRORS[name].code === error.code);
}
