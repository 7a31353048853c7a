import { Arn, ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { type Grant, type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/** Services of AWS that encrypt on our behalf, by the name in `kms:ViaService`. */
export type EncryptingService = 'dynamodb' | 's3' | 'sqs' | 'secretsmanager';

/** The one key of the desk: what is written at rest, in queues, topics and logs is under it. */
export class DeskKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, logGroupPrefix: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Mail, cases, queues, alarms and logs of the desk',
      enableKeyRotation: true,
      // Whatever is kept after the stack is gone can only be read with it.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const stack = Stack.of(this);
    // SES writes the raw mail and tells the topic; SNS writes into the queue; CloudWatch tells the alarm topic.
    for (const service of ['ses', 'sns', 'cloudwatch'])
      this.key.addToResourcePolicy(
        new PolicyStatement({
          sid: `Encrypts${service}`,
          principals: [new ServicePrincipal(`${service}.amazonaws.com`)],
          actions: ['kms:GenerateDataKey*', 'kms:Decrypt'],
          resources: ['*'],
          // CloudWatch is not documented to say for whom it asks; an alarm that is not sent is worse. Only the
          // alarms of this account may publish to the topic.
          ...(service !== 'cloudwatch' && {
            conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
          }),
        }),
      );
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'EncryptsLogs',
        principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
        actions: ['kms:GenerateDataKey*', 'kms:Decrypt*', 'kms:Encrypt*', 'kms:ReEncrypt*', 'kms:Describe*'],
        resources: ['*'],
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': Arn.format(
              {
                service: 'logs',
                resource: 'log-group',
                resourceName: `${logGroupPrefix}*`,
                arnFormat: ArnFormat.COLON_RESOURCE_NAME,
              },
              stack,
            ),
          },
        },
      }),
    );
  }

  /** Use of the key through these services alone: nobody decrypts with it by hand. */
  grantUse(grantee: IGrantable, services: readonly EncryptingService[]): Grant {
    const { region, urlSuffix } = Stack.of(this);
    return iam.Grant.addToPrincipal({
      grantee,
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:GenerateDataKeyWithoutPlaintext',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resourceArns: [this.key.keyArn],
      conditions: {
        StringEquals: { 'kms:ViaService': services.map((service) => `${service}.${region}.${urlSuffix}`) },
      },
    });
  }
}
