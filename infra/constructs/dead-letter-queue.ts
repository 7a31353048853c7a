import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { DeskKey } from './desk-key.ts';

/** Where a queue's or stream's hopeless messages wait for a person, as long as SQS keeps any. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;
  readonly #key: DeskKey;

  constructor(scope: Construct, id: string, key: DeskKey) {
    super(scope, id);
    this.#key = key;
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key.key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
  }

  grantSend(grantee: iam.IGrantable): void {
    iam.Grant.addToPrincipal({ grantee, actions: ['sqs:SendMessage'], resourceArns: [this.queue.queueArn] });
    this.#key.grantUse(grantee, ['sqs']);
  }
}
