import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type * as z from 'zod/mini';
import type { DeskLogs } from './desk-logs.ts';

/** A Lambda's schema of its environment, as its `env.ts` exports it. */
export type EnvSchema = z.ZodMiniObject;

/** What must be given: all that the schema names, but for what Lambda itself sets. */
export type GivenEnvironment<Schema extends EnvSchema> = {
  readonly [Name in keyof z.infer<Schema> as Name extends `AWS_${string}` ? never : Name]: string;
};

export interface DeskFunctionProps<Schema extends EnvSchema> {
  /** The folder under functions/; its bundle is the code. */
  readonly folder: string;
  readonly description: string;
  readonly env: Schema;
  /** A variable that is missing or misspelt does not compile. */
  readonly environment: GivenEnvironment<Schema>;
  readonly timeout: Duration;
  readonly memoryMb: number;
  readonly logs: DeskLogs;
  /** Where `bundleFunctions` has put its files. */
  readonly bundleFolder: string;
}

/** A Lambda of the desk, with a role that at first may do nothing but write its log and its trace. */
export class DeskFunction<Schema extends EnvSchema = EnvSchema> extends Construct {
  readonly folder: string;
  readonly function: LambdaFunction;
  readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: DeskFunctionProps<Schema>) {
    super(scope, id);
    const { folder, description, environment, timeout, memoryMb, logs, bundleFolder } = props;
    this.folder = folder;
    const bundle = join(bundleFolder, folder);
    if (!existsSync(bundle))
      throw new Error(`functions/${folder} is not bundled: run \`npm run bundle\` first`);
    const logGroup = new LogGroup(this, 'Log', logs.group(`functions/${folder}`));
    this.role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: `functions/${folder}`,
    });
    this.role.addToPolicy(
      new iam.PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [`${logGroup.logGroupArn}`],
      }),
    );
    this.function = new LambdaFunction(this, 'Function', {
      description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundle),
      environment: { ...(environment as Readonly<Record<string, string>>) },
      role: this.role,
      timeout,
      memorySize: memoryMb,
      tracing: Tracing.ACTIVE,
      logGroup,
    });
    this.function.applyRemovalPolicy(RemovalPolicy.DESTROY);
  }
}
