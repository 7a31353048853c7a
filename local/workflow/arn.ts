/** Where the engine pretends to run. Only the shape of the ARNs comes from it. */
export interface Partition {
  region: string;
  account: string;
}

export interface ExecutionReference {
  workflow: string;
  name: string;
}

export function stateMachineArn({ region, account }: Partition, workflow: string): string {
  return `arn:aws:states:${region}:${account}:stateMachine:${workflow}`;
}

export function executionArn({ region, account }: Partition, { workflow, name }: ExecutionReference): string {
  return `arn:aws:states:${region}:${account}:execution:${workflow}:${name}`;
}

/** Undefined when the ARN is not one of a state machine here. */
export function readStateMachineArn(partition: Partition, arn: string): string | undefined {
  const prefix = stateMachineArn(partition, '');
  const workflow = arn.slice(prefix.length);
  return arn.startsWith(prefix) && workflow !== '' && !workflow.includes(':') ? workflow : undefined;
}

export function readExecutionArn(partition: Partition, arn: string): ExecutionReference | undefined {
  const prefix = `arn:aws:states:${partition.region}:${partition.account}:execution:`;
  const [workflow, name, ...rest] = arn.slice(prefix.length).split(':');
  if (!arn.startsWith(prefix) || !workflow || !name || rest.length > 0) return undefined;
  return { workflow, name };
}
