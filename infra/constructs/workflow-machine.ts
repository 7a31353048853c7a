import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Arn, ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { parse } from 'yaml';
import type { WorkflowBinding } from '../../workflows/bindings.ts';
import type { DeskFunction } from './desk-function.ts';
import type { DeskLogs } from './desk-logs.ts';

export interface WorkflowMachineProps {
  readonly name: string;
  readonly binding: WorkflowBinding;
  readonly deskName: string;
  /** By folder under functions/. */
  readonly functions: ReadonlyMap<string, DeskFunction>;
  readonly logs: DeskLogs;
}

/** Before every state machine's name; known without the machine, so that functions can start what calls them. */
export function machineArn(scope: Construct, deskName: string, workflow: string): string {
  return Arn.format(
    {
      service: 'states',
      resource: 'stateMachine',
      resourceName: `${deskName}-${workflow}`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    },
    Stack.of(scope),
  );
}

/** One workflow of the binding table, from the very file that the single machine runs. */
export class WorkflowMachine extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, props: WorkflowMachineProps) {
    super(scope, id);
    const { name, binding, deskName, logs } = props;
    const tasks = Object.entries(binding.functions).map(([placeholder, folder]) => {
      const bound = props.functions.get(folder);
      if (!bound)
        throw new Error(`workflows/bindings.ts: ${name} needs functions/${folder}, which the stack has not`);
      return { placeholder, arn: bound.function.functionArn };
    });
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
      description: `workflows/${name}`,
    });
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: `${deskName}-${name}`,
      stateMachineType: StateMachineType.STANDARD,
      // As text, so that the states can be read in the template; a file would be an opaque asset.
      definitionBody: DefinitionBody.fromString(definitionOf(binding.file)),
      definitionSubstitutions: Object.fromEntries(tasks.map(({ placeholder, arn }) => [placeholder, arn])),
      role,
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(this, 'Log', logs.group(`workflows/${name}`)),
        level: LogLevel.ALL,
        // Page targets carry addresses of people.
        includeExecutionData: false,
      },
    });
    role.addToPolicy(
      new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: tasks.map(({ arn }) => arn) }),
    );
    if (binding.starts.length > 0)
      role.addToPolicy(
        new iam.PolicyStatement({
          actions: ['states:StartExecution'],
          resources: binding.starts.map((started) => machineArn(this, deskName, started)),
        }),
      );
  }
}

function definitionOf(file: string): string {
  return JSON.stringify(parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8')));
}
