import { Match } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableDefinition } from '../../adapters/dynamodb/table-definition.ts';
import { answerPath } from '../../console/src/auth/answer-path.ts';
import { maxReceives } from '../../functions/receive-email/max-receives.ts';
import { Synthesised } from './synthesised.ts';

let made: Synthesised;
beforeAll(async () => {
  made = await Synthesised.make();
});
afterAll(() => made[Symbol.dispose]());

describe('the table', () => {
  it('has the keys and indexes of the one definition', () => {
    const { partitionKey, sortKey, indexes } = tableDefinition;
    const keys = (key: { partitionKey: string; sortKey: string }) => [
      { AttributeName: key.partitionKey, KeyType: 'HASH' },
      { AttributeName: key.sortKey, KeyType: 'RANGE' },
    ];
    made.template.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: keys({ partitionKey, sortKey }),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keys(index),
        Projection: { ProjectionType: 'ALL' },
      })),
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: tableDefinition.ttlAttribute, Enabled: true },
    });
  });

  it('streams, can be restored to any second, is encrypted with our key, and cannot be deleted by mistake', () => {
    made.template.hasResource('AWS::DynamoDB::Table', {
      Properties: {
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: Match.anyValue() },
        DeletionProtectionEnabled: true,
      },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });
});

describe('inbound mail', () => {
  it('is written to the bucket before the topic tells of it, scanned, and refused to no server', () => {
    made.template.hasResourceProperties('AWS::SES::ReceiptRule', {
      Rule: {
        Enabled: true,
        Recipients: ['help.example.com'],
        ScanEnabled: true,
        TlsPolicy: 'Optional',
        Actions: [
          {
            S3Action: {
              BucketName: { Ref: made.one('AWS::S3::Bucket', 'Mail8').id },
              ObjectKeyPrefix: 'raw/',
              TopicArn: { Ref: made.one('AWS::SNS::Topic', 'MailReceived').id },
            },
          },
        ],
      },
    });
  });

  it('lies versioned and encrypted in a bucket that outlives the stack and nobody reads from outside', () => {
    const { resource } = made.one('AWS::S3::Bucket', 'Mail8');
    expect(resource.DeletionPolicy).toBe('Retain');
    expect(resource.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
        ],
      },
    });
    // Moved to cheaper storage, never expired: it is evidence.
    expect(JSON.stringify(resource.Properties['LifecycleConfiguration'])).not.toContain('Expiration');
  });

  it('reaches the queue in the envelope of the topic, which the handler reads', () => {
    const [, subscription] = made.resources('AWS::SNS::Subscription')[0] ?? [];
    expect(subscription?.Properties).toMatchObject({ Protocol: 'sqs' });
    expect(subscription?.Properties['RawMessageDelivery'] ?? false).toBe(false);
  });

  it('is given up by the function, where agents see it, before the queue gives it up', () => {
    const { resource } = made.one('AWS::SQS::Queue', 'MailIntake');
    const redrive = resource.Properties['RedrivePolicy'] as {
      maxReceiveCount: number;
      deadLetterTargetArn: unknown;
    };
    expect(redrive.maxReceiveCount).toBeGreaterThan(maxReceives);
    expect(JSON.stringify(redrive.deadLetterTargetArn)).toContain('MailDeadLetters');
  });

  it('is not given to a second function while the first has time', () => {
    const { Properties: queue } = made.one('AWS::SQS::Queue', 'MailIntake').resource;
    const { Properties: receiver } = made.one('AWS::Lambda::Function', 'FunctionsReceiveEmail').resource;
    expect(queue['VisibilityTimeout']).toBe(6 * (receiver['Timeout'] as number));
  });

  it('comes ten at a time, and only what failed comes again', () => {
    made.template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [made.one('AWS::SQS::Queue', 'MailIntake').id, 'Arn'] },
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 100 },
    });
  });
});

describe('the outbox', () => {
  it('goes from the stream to dispatch-events, new items alone, tried for an hour and then named in a queue', () => {
    made.template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [made.one('AWS::DynamoDB::Table', 'Cases').id, 'StreamArn'] },
      FunctionName: { Ref: made.one('AWS::Lambda::Function', 'FunctionsDispatchEvents').id },
      FilterCriteria: {
        Filters: [
          {
            Pattern: JSON.stringify({
              eventName: ['INSERT'],
              dynamodb: { NewImage: { entity: { S: ['outbox'] } } },
            }),
          },
        ],
      },
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: -1,
      MaximumRecordAgeInSeconds: 3600,
      ParallelizationFactor: 10,
      DestinationConfig: {
        OnFailure: {
          Destination: { 'Fn::GetAtt': [made.one('AWS::SQS::Queue', 'EffectDeadLetters').id, 'Arn'] },
        },
      },
    });
  });
});

describe('open pages and clocks', () => {
  it('are looked after each minute, by the functions that take up what nobody works on', () => {
    made.template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
      Targets: ['FunctionsRedrivePages', 'FunctionsSweepClocks'].map((id) => ({
        Arn: { 'Fn::GetAtt': [made.one('AWS::Lambda::Function', id).id, 'Arn'] },
        RetryPolicy: { MaximumRetryAttempts: 0 },
      })),
    });
  });
});

describe('alarms', () => {
  const alarmed = (metric: string) =>
    made
      .resources('AWS::CloudWatch::Alarm')
      .filter(([, { Properties }]) => Properties['MetricName'] === metric)
      .map(([, { Properties }]) => Properties);

  it('each tells the encrypted topic, and stay quiet where there is nothing to count', () => {
    for (const [id, { Properties }] of made.resources('AWS::CloudWatch::Alarm')) {
      expect(Properties['AlarmActions'], `of ${id}`).toEqual([
        { Ref: made.one('AWS::SNS::Topic', 'Alarms').id },
      ]);
      expect(Properties['TreatMissingData'], `of ${id}`).toBe('notBreaching');
    }
    expect(made.one('AWS::SNS::Topic', 'Alarms').resource.Properties['KmsMasterKeyId']).toBeDefined();
  });

  it('may be published, for the policy that each topic has takes the place of the default one', () => {
    const policies = JSON.stringify(made.resources('AWS::SNS::TopicPolicy'));
    for (const [service, topic] of [
      ['cloudwatch.amazonaws.com', 'Alarms'],
      ['ses.amazonaws.com', 'MailReceived'],
    ] as const) {
      const { id } = made.one('AWS::SNS::Topic', topic);
      expect(policies).toContain(
        `"Effect":"Allow","Principal":{"Service":"${service}"},"Resource":{"Ref":"${id}"}`,
      );
    }
  });

  it('watch every dead-letter queue', () => {
    const watched = JSON.stringify(
      alarmed('ApproximateNumberOfMessagesVisible').map((alarm) => alarm['Dimensions']),
    );
    const deadLetterQueues = made.resources('AWS::SQS::Queue').filter(([id]) => id.includes('DeadLetters'));
    expect(deadLetterQueues).toHaveLength(2);
    for (const [id] of deadLetterQueues) expect(watched).toContain(`"${id}"`);
  });

  it('watch every function of ours for errors and throttles', () => {
    const ours = made.resources('AWS::Lambda::Function').filter(([id]) => id.startsWith('Functions'));
    for (const metric of ['Errors', 'Throttles']) {
      const watched = JSON.stringify(alarmed(metric).map((alarm) => alarm['Dimensions']));
      for (const [id] of ours) expect(watched, `${metric} of ${id}`).toContain(`"${id}"`);
    }
  });

  it('watch every workflow for executions that fail, time out or are aborted', () => {
    const machines = made.resources('AWS::StepFunctions::StateMachine');
    for (const metric of ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'])
      expect(alarmed(metric), `of ${metric}`).toHaveLength(machines.length);
  });

  it('watch how long mail and effects wait, mail that cannot be processed, and clocks that the sweep found', () => {
    expect(alarmed('ApproximateAgeOfOldestMessage')).toHaveLength(1);
    expect(alarmed('IteratorAge')).toMatchObject([{ Threshold: 60_000 }]);
    expect(alarmed('ClocksSwept')).toMatchObject([
      { Namespace: 'Harborwatch', Threshold: 0, Dimensions: [{ Name: 'service', Value: 'sweep-clocks' }] },
    ]);
    expect(alarmed('MailProcessingFailed')).toMatchObject([
      { Namespace: 'Harborwatch', Dimensions: [{ Name: 'service', Value: 'receive-email' }] },
    ]);
  });
});

describe('what is kept', () => {
  it('is encrypted with our key, which turns over and outlives the stack', () => {
    const { resource } = made.one('AWS::KMS::Key', 'Key');
    expect(resource.DeletionPolicy).toBe('Retain');
    expect(resource.Properties['EnableKeyRotation']).toBe(true);
    for (const [id, { Properties }] of made.resources('AWS::SQS::Queue'))
      expect(Properties['KmsMasterKeyId'], `of ${id}`).toBeDefined();
    for (const [id, { Properties }] of made.resources('AWS::SNS::Topic'))
      expect(Properties['KmsMasterKeyId'], `of ${id}`).toBeDefined();
    for (const [id, { Properties }] of made.resources('AWS::Logs::LogGroup'))
      expect(Properties, `of ${id}`).toMatchObject({ KmsKeyId: expect.anything(), RetentionInDays: 365 });
    for (const [id, { Properties }] of made.resources('AWS::SecretsManager::Secret'))
      expect(Properties['KmsKeyId'], `of ${id}`).toBeDefined();
  });

  it('holds no data of executions in the log of a workflow', () => {
    for (const [id, { Properties }] of made.resources('AWS::StepFunctions::StateMachine'))
      expect(Properties['LoggingConfiguration'], `of ${id}`).toMatchObject({
        IncludeExecutionData: false,
        Level: 'ALL',
      });
  });

  it('is signed in to by invitation, with a second factor', () => {
    made.template.hasResourceProperties('AWS::Cognito::UserPool', {
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    });
    const groups = made
      .resources('AWS::Cognito::UserPoolGroup')
      .map(([, { Properties }]) => Properties['GroupName'] as string);
    expect(groups.sort()).toEqual(['admin', 'agent', 'auditor', 'lead', 'senior']);
  });
});

describe('the bus', () => {
  it('is named in an output, and only dispatch-events may put events on it', () => {
    const { id, resource } = made.one('AWS::Events::EventBus', 'Events');
    expect(resource.Properties).toMatchObject({ Name: 'harborwatch' });
    made.template.hasOutput('EventBusName', { Value: { Ref: id } });
    expect(made.resources('AWS::Events::EventBusPolicy')).toEqual([]);
    const putters = made
      .resources('AWS::IAM::Policy')
      .filter(([, policy]) => JSON.stringify(policy).includes('events:PutEvents'));
    expect(putters.map(([policy]) => policy)).toEqual([
      expect.stringMatching(/^FunctionsDispatchEventsRole/),
    ]);
    const statement = made
      .statementsOf('FunctionsDispatchEventsRole')
      .find(({ Action }) => Action === 'events:PutEvents');
    expect(statement?.Resource).toEqual({ 'Fn::GetAtt': [id, 'Arn'] });
    const { resource: dispatcher } = made.one('AWS::Lambda::Function', 'FunctionsDispatchEvents');
    expect(dispatcher.Properties['Environment']).toMatchObject({
      Variables: { EVENT_BUS_NAME: { Ref: id } },
    });
  });
});

describe('the console', () => {
  it('has API, ack links and socket under its own origin, none of them cached, each without the Host header', () => {
    const [, distribution] = made.resources('AWS::CloudFront::Distribution')[0] ?? [];
    const { CacheBehaviors } = (distribution?.Properties['DistributionConfig'] ?? {}) as {
      CacheBehaviors: Record<string, unknown>[];
    };
    expect(CacheBehaviors.map((behaviour) => behaviour['PathPattern'])).toEqual([
      '/api/*',
      '/ack/*',
      '/healthz',
      '/socket',
    ]);
    for (const behaviour of CacheBehaviors)
      expect(behaviour).toMatchObject({
        // CloudFront's managed CachingDisabled and AllViewerExceptHostHeader.
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        ViewerProtocolPolicy: 'https-only',
      });
  });

  it('connects to itself and to the exact host of its sign-in pages, and to no other', () => {
    const domain = made.one('AWS::Cognito::UserPoolDomain', 'SignIn').id;
    const { resource } = made.one('AWS::CloudFront::ResponseHeadersPolicy', 'Console');
    const { SecurityHeadersConfig: headers } = resource.Properties['ResponseHeadersPolicyConfig'] as {
      SecurityHeadersConfig: { ContentSecurityPolicy: { ContentSecurityPolicy: unknown } };
    };
    const policy = written(headers.ContentSecurityPolicy.ContentSecurityPolicy);
    const host = `https://{${domain}}.auth.{AWS::Region}.amazoncognito.com`;
    expect(policy.split('; ')).toContain(`connect-src 'self' ${host}`);
    expect(policy).not.toContain('*');
  });

  it('is a public client that may only get codes, sent back to the address that it listens at', () => {
    const { resource } = made.one('AWS::Cognito::UserPoolClient', 'SignIn');
    const { CallbackURLs, LogoutURLs, ...client } = resource.Properties;
    expect(client).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'profile'],
    });
    const site = `https://{${made.one('AWS::CloudFront::Distribution', 'Console').id}.DomainName}`;
    expect((CallbackURLs as unknown[]).map(written)).toEqual([site + answerPath]);
    expect((LogoutURLs as unknown[]).map(written)).toEqual([`${site}/`]);
  });

  it('reaches the WebSocket stage under the path that it asks for', () => {
    const stages = made
      .resources('AWS::ApiGatewayV2::Stage')
      .map(([, { Properties }]) => Properties['StageName'] as string);
    expect(stages.sort()).toEqual(['$default', 'socket']);
  });

  it('logs no path and no address, for an ack link is a secret', () => {
    const logged = made
      .resources('AWS::ApiGatewayV2::Stage')
      .filter(([, { Properties }]) => 'AccessLogSettings' in Properties);
    expect(logged).toHaveLength(1);
    for (const [id, { Properties }] of logged) {
      const { Format } = Properties['AccessLogSettings'] as { Format: string };
      expect(Format, `of ${id}`).not.toMatch(/path|sourceIp|userAgent/i);
    }
  });
});

/** A joined text of the template as one reads it, references in braces. */
function written(joined: unknown): string {
  const [, parts] = (joined as { 'Fn::Join': [string, (string | Record<string, unknown>)[]] })['Fn::Join'];
  return parts
    .map((part) => (typeof part === 'string' ? part : `{${Object.values(part).flat().join('.')}}`))
    .join('');
}
