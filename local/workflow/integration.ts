/** The only `Resource`s that the engine runs. A new one needs an ADR, a grant in CDK and a branch here. */
export type Integration =
  | { kind: 'lambda-invoke'; resourceType: 'lambda'; resource: string; waitsForToken: boolean }
  | { kind: 'lambda-direct'; functionName: string }
  | { kind: 'start-execution'; resourceType: 'states'; resource: string };

const LAMBDA_ARN = /^arn:aws[\w-]*:lambda:[^:]*:[^:]*:function:(?<name>[\w-]+)(?::[\w$-]+)?$/;

export function integrationOf(resource: string): Integration | undefined {
  switch (resource) {
    case 'arn:aws:states:::lambda:invoke':
      return { kind: 'lambda-invoke', resourceType: 'lambda', resource: 'invoke', waitsForToken: false };
    case 'arn:aws:states:::lambda:invoke.waitForTaskToken':
      return {
        kind: 'lambda-invoke',
        resourceType: 'lambda',
        resource: 'invoke.waitForTaskToken',
        waitsForToken: true,
      };
    case 'arn:aws:states:::states:startExecution':
      return { kind: 'start-execution', resourceType: 'states', resource: 'startExecution' };
    default: {
      const name = LAMBDA_ARN.exec(resource)?.groups?.['name'];
      return name === undefined ? undefined : { kind: 'lambda-direct', functionName: name };
    }
  }
}

/** A function's own name, from its name or any ARN of it. */
export function functionNameOf(nameOrArn: string): string {
  return LAMBDA_ARN.exec(nameOrArn)?.groups?.['name'] ?? nameOrArn;
}
