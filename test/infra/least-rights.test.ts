import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type * as z from 'zod/mini';
import { type Acknowledgement, acknowledgements } from '../../infra/acknowledgements.ts';
import { lambdaNames } from '../../infra/bundle.ts';
import { workflowBindings } from '../../workflows/bindings.ts';
import { actionsOf, cdkJson, type Statement, Synthesised } from './synthesised.ts';

interface Finding {
  readonly rule: string;
  readonly path: string;
}

const root = join(import.meta.dirname, '../..');
const logicalName = (folder: string) =>
  folder.replace(/(^|-)(\w)/g, (_, _dash: string, letter: string) => letter.toUpperCase());

let made: Synthesised;
beforeAll(async () => {
  made = await Synthesised.make();
});
afterAll(() => made[Symbol.dispose]());

const statementsOf = (folder: string): Statement[] =>
  made.statementsOf(`Functions${logicalName(folder)}Role`);
const writes = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'];
const observes = [
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
];
const forgetsConsoles = ['dynamodb:DeleteItem', 'execute-api:ManageConnections'];

/** All that each function may do, beside using the key. */
const rights: Readonly<Record<string, readonly string[]>> = {
  'receive-email': [
    ...writes,
    ...observes,
    ...forgetsConsoles,
    's3:GetObject',
    's3:PutObject',
    'secretsmanager:GetSecretValue',
    'sqs:ChangeMessageVisibility',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:GetQueueUrl',
    'sqs:ReceiveMessage',
    'states:SendTaskSuccess',
    'states:StartExecution',
  ],
  'dispatch-events': [
    ...writes,
    ...observes,
    ...forgetsConsoles,
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
    'events:PutEvents',
    's3:GetObject',
    's3:PutObject',
    'secretsmanager:GetSecretValue',
    'ses:SendRawEmail',
    'sqs:SendMessage',
    'states:SendTaskSuccess',
    'states:StartExecution',
  ],
  'plan-page': [...writes, ...observes],
  'send-page-notification': [
    ...writes,
    ...observes,
    ...forgetsConsoles,
    'secretsmanager:GetSecretValue',
    'ses:SendRawEmail',
  ],
  'redrive-pages': [...observes, 'dynamodb:Query', 'states:StartExecution'],
  'await-page-answer': [...writes, ...observes, 'states:SendTaskSuccess'],
  'wake-clock': [...writes, ...observes, 'states:StartExecution'],
  'sweep-clocks': [...writes, ...observes, 'states:StartExecution'],
  'plan-escalation': [...writes, ...observes],
  'send-escalation-notice': [
    ...writes,
    ...observes,
    ...forgetsConsoles,
    'secretsmanager:GetSecretValue',
    'ses:SendRawEmail',
  ],
  'await-escalation-answer': [...writes, ...observes, 'states:SendTaskSuccess'],
  api: [
    ...writes,
    ...observes,
    ...forgetsConsoles,
    's3:GetObject',
    's3:PutObject',
    'secretsmanager:GetSecretValue',
    'sqs:SendMessage',
    'states:SendTaskSuccess',
  ],
  'console-socket': [...writes, ...observes, ...forgetsConsoles],
};

describe('each function', () => {
  it.each(lambdaNames())('%s may do exactly what its use cases call', (folder) => {
    const actions = new Set(actionsOf(statementsOf(folder)).filter((action) => !action.startsWith('kms:')));
    expect([...actions].sort()).toEqual([...(rights[folder] ?? [])].sort());
  });

  it.each(lambdaNames())(
    '%s has no wildcard action, and * as resource only where AWS has no narrower',
    (folder) => {
      for (const { Action, Resource, Effect } of statementsOf(folder)) {
        expect(Effect).toBe('Allow');
        const actions = [Action].flat();
        for (const action of actions) expect(action).not.toContain('*');
        if (Resource === '*')
          for (const action of actions) expect(action).toMatch(/^(xray:Put|dynamodb:ListStreams$)/);
      }
    },
  );

  it.each(lambdaNames())('%s uses the key through services, never by itself', (folder) => {
    for (const { Action, Condition } of statementsOf(folder)) {
      const uses = [Action].flat().filter((action) => action.startsWith('kms:'));
      // What the queue's event source adds is for reading the queue.
      if (uses.length === 0 || String(uses) === 'kms:Decrypt') continue;
      expect(JSON.stringify(Condition)).toContain('kms:ViaService');
    }
  });

  it.each(lambdaNames())('%s has exactly the environment that its schema asks for', async (folder) => {
    const { env } = (await import(join(root, 'functions', folder, 'env.ts'))) as { env: z.ZodMiniObject };
    const wanted = Object.keys(env.shape).filter((name) => !name.startsWith('AWS_'));
    const { resource } = made.one('AWS::Lambda::Function', `Functions${logicalName(folder)}`);
    const { Variables } = (resource.Properties['Environment'] ?? { Variables: {} }) as { Variables: object };
    expect(Object.keys(Variables).sort()).toEqual(wanted.sort());
  });

  it.each(lambdaNames())('%s runs on Node 24 on arm64, traced, with no concurrency set aside', (folder) => {
    const { resource } = made.one('AWS::Lambda::Function', `Functions${logicalName(folder)}`);
    expect(resource.Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogGroup: expect.anything() },
    });
    expect(resource.Properties['ReservedConcurrentExecutions']).toBeUndefined();
  });

  it.each(['dispatch-events', 'send-page-notification', 'send-escalation-notice'])(
    '%s sends mail in the name of the domain alone',
    (folder) => {
      const statement = statementsOf(folder).find(({ Action }) => Action === 'ses:SendRawEmail');
      expect(JSON.stringify(statement?.Resource)).toMatch(/:identity\/.*(help\.example\.com|MailDomain)/);
    },
  );

  const everyWorkflow = ['emergency-page', 'escalation', 'sla-clock'];
  it.each<[string, string, readonly string[]]>([
    ['receive-email', 'states:StartExecution', ['emergency-page']],
    ['receive-email', 'states:SendTaskSuccess', ['emergency-page']],
    ['dispatch-events', 'states:StartExecution', everyWorkflow],
    ['dispatch-events', 'states:SendTaskSuccess', ['emergency-page', 'escalation']],
    ['redrive-pages', 'states:StartExecution', ['emergency-page']],
    ['wake-clock', 'states:StartExecution', ['sla-clock']],
    ['sweep-clocks', 'states:StartExecution', ['escalation']],
    ['await-page-answer', 'states:SendTaskSuccess', ['emergency-page']],
    ['await-escalation-answer', 'states:SendTaskSuccess', ['escalation']],
    ['api', 'states:SendTaskSuccess', ['emergency-page']],
  ])('%s may use %s on the workflows that it has to do with', (folder, action, workflows) => {
    const resources = statementsOf(folder)
      .filter(({ Action }) => [Action].flat().includes(action))
      .flatMap(({ Resource }) => Resource);
    const names = resources.map(
      (arn) => /:stateMachine:harborwatch-([a-z-]+)"/.exec(JSON.stringify(arn))?.[1],
    );
    expect(new Set(names)).toEqual(new Set(workflows));
    expect(names).toHaveLength(workflows.length);
  });
});

describe('each workflow', () => {
  const bindings = Object.entries(workflowBindings);

  it('of the folder is in the binding table', () => {
    const files = globSync('workflows/*/*.asl.yaml', { cwd: root }).sort();
    expect(bindings.map(([, { file }]) => file).sort()).toEqual(files);
  });

  it.each(bindings)('%s has each placeholder substituted by the function of the table', (name, binding) => {
    const text = readFileSync(join(root, binding.file), 'utf8');
    const placeholders = new Set([...text.matchAll(/\$\{(\w+)\}/g)].map(([, placeholder]) => placeholder));
    const { resource } = made.one('AWS::StepFunctions::StateMachine', `Workflow${name.replaceAll('-', '')}`);
    const substitutions = resource.Properties['DefinitionSubstitutions'] as Record<string, unknown>;
    expect(new Set(Object.keys(substitutions))).toEqual(placeholders);
    for (const [placeholder, folder] of Object.entries(binding.functions)) {
      const { id } = made.one('AWS::Lambda::Function', `Functions${logicalName(folder)}`);
      expect(substitutions[placeholder]).toEqual({ 'Fn::GetAtt': [id, 'Arn'] });
    }
  });

  it.each(bindings)('%s is the very file of the single machine', (name, { file }) => {
    const { resource } = made.one('AWS::StepFunctions::StateMachine', `Workflow${name.replaceAll('-', '')}`);
    expect(JSON.parse(resource.Properties['DefinitionString'] as string)).toEqual(
      parse(readFileSync(join(root, file), 'utf8')),
    );
    expect(resource.Properties).toMatchObject({
      StateMachineName: `harborwatch-${name}`,
      StateMachineType: 'STANDARD',
      TracingConfiguration: { Enabled: true },
    });
  });

  it.each(bindings)('%s may invoke its functions and start its workflows, and no others', (name, binding) => {
    const statements = made.statementsOf(`Workflow${name.replaceAll('-', '')}Role`);
    const resourcesOf = (action: string) =>
      statements.filter(({ Action }) => [Action].flat().includes(action)).flatMap(({ Resource }) => Resource);
    const functionArns = Object.values(binding.functions).map((folder) => ({
      'Fn::GetAtt': [made.one('AWS::Lambda::Function', `Functions${logicalName(folder)}`).id, 'Arn'],
    }));
    const invoked = resourcesOf('lambda:InvokeFunction');
    expect(invoked).toHaveLength(functionArns.length);
    expect(invoked).toEqual(expect.arrayContaining(functionArns));
    const started = resourcesOf('states:StartExecution').map((arn) => JSON.stringify(arn));
    expect(started).toHaveLength(binding.starts.length);
    for (const [at, other] of binding.starts.entries())
      expect(started[at]).toContain(`:stateMachine:harborwatch-${other}"`);
    const others = actionsOf(statements).filter((action) => !/^(logs|xray):/.test(action));
    expect(others).toEqual([
      'lambda:InvokeFunction',
      ...(binding.starts.length > 0 ? ['states:StartExecution'] : []),
    ]);
  });
});

describe('the template', () => {
  it('names no account and no region, so that it deploys anywhere', () => {
    const text = JSON.stringify(made.template.toJSON());
    expect(text).not.toMatch(/\b(us|eu|ap|sa|ca|me|af|il)-(north|south|east|west|central)\w*-\d\b/);
    expect(text.match(/\b\d{12}\b/g) ?? []).toEqual([]);
  });

  it('is the same however often it is made', () => {
    expect(made.again().template.toJSON()).toEqual(made.template.toJSON());
  });

  it('follows the settings, and sends alarms by mail when told to whom', () => {
    const { template } = made.again({
      mailDomain: 'care.example.org',
      deskName: 'second-desk',
      alarmEmail: 'ops@example.org',
      logRetentionDays: '90',
    });
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'ops@example.org',
    });
    template.hasResourceProperties('AWS::SES::ReceiptRule', { Rule: { Recipients: ['care.example.org'] } });
    template.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
  });

  it.each([
    ['mailDomain', 'Not A Domain', /mailDomain: give a domain name/],
    ['deskName', '9', /deskName: give 2 to 31/],
    ['alarmEmail', 'nobody', /alarmEmail: /],
    ['logRetentionDays', 17, /logRetentionDays: give one of 30/],
  ])('is refused in words for a wrong %s', (name, value, message) => {
    expect(() => made.again({ [name]: value })).toThrow(message);
  });

  it('is made by the npm-brought Node, from cdk.json', () => {
    expect(cdkJson().app).toBe('node infra/bin/app.ts');
  });
});

describe('the AwsSolutions rules', () => {
  const covers = ({ path, findings }: Acknowledgement, found: Finding) =>
    findings.includes(found.rule) && `${found.path}/`.startsWith(`Harborwatch/${path}/`);
  let found: Finding[];
  beforeAll(() => {
    found = new AwsSolutionsChecks()
      .validateScope(made.bare())
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath = '' }) => ({ rule: ruleName, path: constructPath })),
      );
  });

  it('find nothing that is not acknowledged', () => {
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((each) => !acknowledgements.some((one) => covers(one, each)))).toEqual([]);
  });

  it('find each thing that is acknowledged, so that no reason outlives its finding', () => {
    for (const one of acknowledgements) {
      expect(one.reason.length, `reason at ${one.path}`).toBeGreaterThan(20);
      for (const finding of one.findings)
        expect(
          found.some((each) => each.rule === finding && covers(one, each)),
          `${finding} at ${one.path}`,
        ).toBe(true);
    }
  });

  it('are acknowledged nowhere else than in the one list', () => {
    const recorded = made.stack.node
      .findAll()
      .flatMap(({ node }) =>
        node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY),
      )
      .flatMap(({ data }) => Object.entries(data as Record<string, string>));
    const listed = acknowledgements.flatMap(({ findings }) => findings);
    expect(recorded.length).toBeGreaterThan(0);
    expect(JSON.stringify(recorded).match(/AwsSolutions::/g)).toHaveLength(listed.length);
  });
});
