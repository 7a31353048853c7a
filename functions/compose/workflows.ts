import { SFNClient } from '@aws-sdk/client-sfn';
import type * as z from 'zod/mini';
import { SfnWorkflows } from '../../adapters/sfn/sfn-workflows.ts';
import type { Workflows } from '../../ports/workflows.ts';
import type { workflowsEnv } from './env.ts';

export function composeWorkflows({ STATE_MACHINE_ARN_PREFIX }: z.infer<typeof workflowsEnv>): Workflows {
  return new SfnWorkflows({
    client: new SFNClient({}),
    stateMachineArn: (workflow) => `${STATE_MACHINE_ARN_PREFIX}${workflow}`,
  });
}
