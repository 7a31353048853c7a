import type { z } from 'zod';
import { emergencyPageFunctions, emergencyPageInput } from './emergency-page/workflow.ts';
import { escalationFunctions, escalationInput } from './escalation/workflow.ts';
import { slaClockFunctions, slaClockInput } from './sla-clock/workflow.ts';

export interface WorkflowBinding {
  /** From the root of the project. */
  file: string;
  input: z.ZodType;
  /** Placeholder in the file (`${…}`) -> folder under functions/. CDK makes ARNs and grants of it, the local host functions. */
  functions: Readonly<Record<string, string>>;
  /** Workflows that it starts by states:startExecution, itself included. */
  starts: readonly string[];
}

/** The one table of workflows: both hosts read it. */
export const workflowBindings = {
  'emergency-page': {
    file: 'workflows/emergency-page/emergency-page.asl.yaml',
    input: emergencyPageInput,
    functions: emergencyPageFunctions,
    starts: ['emergency-page'],
  },
  'sla-clock': {
    file: 'workflows/sla-clock/sla-clock.asl.yaml',
    input: slaClockInput,
    functions: slaClockFunctions,
    starts: [],
  },
  escalation: {
    file: 'workflows/escalation/escalation.asl.yaml',
    input: escalationInput,
    functions: escalationFunctions,
    starts: ['escalation'],
  },
} as const satisfies Record<string, WorkflowBinding>;

export type WorkflowName = keyof typeof workflowBindings;
