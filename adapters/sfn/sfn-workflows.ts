import { SendTaskSuccessCommand, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { DomainError } from '../../core/errors.ts';
import type { Workflows } from '../../ports/workflows.ts';

export interface SfnWorkflowsOptions {
  client: SFNClient;
  /** Workflow name -> the ARN of its state machine. */
  stateMachineArn: (workflow: string) => string;
}

/** Also used against the local host, which serves the same protocol. */
export class SfnWorkflows implements Workflows {
  readonly #client: SFNClient;
  readonly #stateMachineArn: (workflow: string) => string;

  constructor({ client, stateMachineArn }: SfnWorkflowsOptions) {
    this.#client = client;
    this.#stateMachineArn = stateMachineArn;
  }

  async start({ workflow, name, input }: { workflow: string; name: string; input: unknown }) {
    const stateMachineArn = this.#stateMachineArn(workflow);
    try {
      await this.#client.send(
        new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }),
      );
      return 'started' as const;
    } catch (cause) {
      if (nameOf(cause) === 'ExecutionAlreadyExists') return 'already-started' as const;
      throw translated(cause, `workflow ${workflow}, execution ${name}`);
    }
  }

  async succeedTask(token: string, output: unknown) {
    try {
      await this.#client.send(
        new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }),
      );
      return 'delivered' as const;
    } catch (cause) {
      if (GONE.has(nameOf(cause))) return 'gone' as const;
      throw translated(cause, 'task token');
    }
  }
}

/** Answered, timed out, or so long ago that Step Functions no longer knows the token: nobody waits for it any more. */
const GONE = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken']);
const INVALID = new Set(['InvalidName', 'InvalidExecutionInput', 'InvalidOutput', 'ValidationException']);
const MISCONFIGURED = new Set(['StateMachineDoesNotExist', 'StateMachineDeleting', 'InvalidArn']);

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : '';
}

function translated(cause: unknown, subject: string): DomainError {
  const name = nameOf(cause);
  if (INVALID.has(name)) {
    return new DomainError('invalid', 'workflows.refused', `Step Functions refused ${subject}: ${name}`, {
      cause,
    });
  }
  if (MISCONFIGURED.has(name)) {
    const remedy = 'check the ARN in the configuration and that the state machine is deployed';
    return new DomainError('missing', 'workflows.no-such-workflow', `${subject}: ${name}; ${remedy}`, {
      cause,
    });
  }
  if (name === 'AccessDeniedException') {
    const remedy = 'grant states:StartExecution and states:SendTaskSuccess to this function';
    return new DomainError('forbidden', 'workflows.denied', `${subject}: access denied; ${remedy}`, {
      cause,
    });
  }
  return new DomainError(
    'unavailable',
    'workflows.unavailable',
    `Step Functions did not take ${subject}; try again`,
    {
      cause,
    },
  );
}
