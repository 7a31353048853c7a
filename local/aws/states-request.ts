import { z } from 'zod';
import {
  type ExecutionReference,
  type Partition,
  readExecutionArn,
  readStateMachineArn,
} from '../workflow/arn.ts';
import { StatesFault } from './states-fault.ts';

/** Lengths and ranges as in the Step Functions API reference; fields that the engine cannot honour are refused. */
const arn = z.string().min(1).max(256);
const token = z.string().min(1).max(2_048);
const errorText = z.string().max(256).optional();
const causeText = z.string().max(32_768).optional();
const page = {
  maxResults: z.int().min(0).max(1_000).optional(),
  nextToken: z.string().min(1).max(1_024).optional(),
};
const status = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE']);

export const startExecutionRequest = z.strictObject({
  stateMachineArn: arn,
  name: z.string().optional(),
  input: z.string().optional(),
  traceHeader: z.string().max(256).optional(),
});
export const sendTaskSuccessRequest = z.strictObject({ taskToken: token, output: z.string() });
export const sendTaskFailureRequest = z.strictObject({
  taskToken: token,
  error: errorText,
  cause: causeText,
});
export const sendTaskHeartbeatRequest = z.strictObject({ taskToken: token });
export const describeExecutionRequest = z.strictObject({
  executionArn: arn,
  includedData: z.enum(['ALL_DATA', 'METADATA_ONLY']).optional(),
});
export const stopExecutionRequest = z.strictObject({ executionArn: arn, error: errorText, cause: causeText });
export const listExecutionsRequest = z.strictObject({
  stateMachineArn: arn,
  statusFilter: status.optional(),
  ...page,
});
export const getExecutionHistoryRequest = z.strictObject({
  executionArn: arn,
  ...page,
  maxResults: z.int().min(1).max(1_000).optional(),
  reverseOrder: z.boolean().optional(),
  includeExecutionData: z.boolean().optional(),
});
export const describeStateMachineRequest = z.strictObject({
  stateMachineArn: arn,
  includedData: z.enum(['ALL_DATA', 'METADATA_ONLY']).optional(),
});
export const listStateMachinesRequest = z.strictObject(page);

export function parseRequest<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') || '(body)';
  throw new StatesFault(
    'ValidationException',
    `${parsed.error.issues.length} validation error detected: '${field}': ${issue?.message}`,
  );
}

/** An absent or zero maxResults is the default of the API. */
export function pageLimit(maxResults: number | undefined): number {
  return maxResults === undefined || maxResults === 0 ? 100 : maxResults;
}

const ARN = /^arn:aws[\w-]*:states:[\w-]+:\d{12}:/;

export function stateMachineOf(partition: Partition, text: string): string {
  const workflow = readStateMachineArn(partition, text);
  if (workflow !== undefined) return workflow;
  if (!ARN.test(text) || !text.includes(':stateMachine:')) throw invalidArn(text);
  throw new StatesFault('StateMachineDoesNotExist', `State Machine Does Not Exist: '${text}'`);
}

export function executionOf(partition: Partition, text: string): ExecutionReference {
  const reference = readExecutionArn(partition, text);
  if (reference) return reference;
  if (!ARN.test(text) || !text.includes(':execution:')) throw invalidArn(text);
  throw new StatesFault('ExecutionDoesNotExist', `Execution Does Not Exist: '${text}'`);
}

function invalidArn(text: string): StatesFault {
  return new StatesFault('InvalidArn', `Invalid Arn: '${text}'`);
}
