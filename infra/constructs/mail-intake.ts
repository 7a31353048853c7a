import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, StorageClass } from 'aws-cdk-lib/aws-s3';
import { EmailIdentity, Identity, ReceiptRuleSet, TlsPolicy } from 'aws-cdk-lib/aws-ses';
import { S3 } from 'aws-cdk-lib/aws-ses-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { maxReceives } from '../../functions/receive-email/max-receives.ts';
import type { Settings } from '../settings.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import type { DeskKey } from './desk-key.ts';

export interface MailIntakeProps {
  readonly settings: Settings;
  readonly key: DeskKey;
  readonly receiveTimeout: Duration;
}

/** SES -> S3 -> SNS -> SQS: the raw mail is durable before anybody is told that it came. */
export class MailIntake extends Construct {
  readonly bucket: Bucket;
  readonly topic: Topic;
  readonly queue: Queue;
  readonly deadLetters: DeadLetterQueue;
  readonly identity: EmailIdentity;
  readonly ruleSet: ReceiptRuleSet;
  /** Raw mail lies under it; it is the folder that the blob store's keys of inbound mail begin with. */
  readonly rawKeyPrefix = 'raw/';
  readonly #key: DeskKey;

  constructor(scope: Construct, id: string, { settings, key, receiveTimeout }: MailIntakeProps) {
    super(scope, id);
    this.#key = key;
    this.bucket = this.#mailBucket();
    this.topic = new Topic(this, 'Received', { masterKey: key.key, enforceSSL: true });
    this.deadLetters = new DeadLetterQueue(this, 'DeadLetters', key);
    this.queue = new Queue(this, 'Intake', {
      encryption: QueueEncryption.KMS,
      // By name: the subscription would write the topic into the key's policy, and the topic has that key.
      encryptionMasterKey: Key.fromKeyArn(this, 'QueueKey', key.key.keyArn),
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      // As the Lambda guide asks, so that a mail in work is not given to a second function.
      visibilityTimeout: Duration.seconds(receiveTimeout.toSeconds() * 6),
      // The function shows the mail to agents long before, and tries on through an outage of hours; the queue's
      // own end is for what it could neither read nor record.
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount: 20 * maxReceives },
    });
    // The handler reads the topic's envelope: not raw.
    this.topic.addSubscription(new SqsSubscription(this.queue, { rawMessageDelivery: false }));
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'ReceiptRulePublishes',
        principals: [new iam.ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    this.identity = new EmailIdentity(this, 'Domain', { identity: Identity.domain(settings.mailDomain) });
    this.ruleSet = new ReceiptRuleSet(this, 'Rules', { receiptRuleSetName: settings.deskName });
    const rule = this.ruleSet.addRule('Receive', {
      recipients: [settings.mailDomain],
      // Verdicts are shown and weighed, they turn nobody away.
      scanEnabled: true,
      // A server without TLS would be refused and its writer never heard.
      tlsPolicy: TlsPolicy.OPTIONAL,
      actions: [new S3({ bucket: this.bucket, objectKeyPrefix: this.rawKeyPrefix, topic: this.topic })],
    });
    // SES tries the topic while the rule is made.
    rule.node.addDependency(this.topic);
  }

  /** Reads and writes under these folders of the bucket alone. */
  grantBlobs(
    grantee: iam.IGrantable,
    use: { readonly reads: readonly string[]; readonly writes: readonly string[] },
  ) {
    const grant = (action: string, folders: readonly string[]) =>
      folders.length > 0 &&
      iam.Grant.addToPrincipal({
        grantee,
        actions: [action],
        resourceArns: folders.map((folder) => this.bucket.arnForObjects(`${folder}*`)),
      });
    grant('s3:GetObject', use.reads);
    grant('s3:PutObject', use.writes);
    this.#key.grantUse(grantee, ['s3']);
  }

  grantEnqueue(grantee: iam.IGrantable): void {
    iam.Grant.addToPrincipal({ grantee, actions: ['sqs:SendMessage'], resourceArns: [this.queue.queueArn] });
    this.#key.grantUse(grantee, ['sqs']);
  }

  /** In the name of the desk's domain alone. */
  grantSend(grantee: iam.IGrantable): void {
    const resourceArns = [this.identity.emailIdentityArn];
    iam.Grant.addToPrincipal({ grantee, actions: ['ses:SendRawEmail'], resourceArns });
  }

  #mailBucket(): Bucket {
    const kept = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    return new Bucket(this, 'Mail', {
      ...kept,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.#key.key,
      bucketKeyEnabled: true,
      lifecycleRules: [
        {
          id: 'OldMailIsReadSeldom',
          transitions: [{ storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(90) }],
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
      // Log delivery cannot write under a key of ours; the log holds names of objects and who read them.
      serverAccessLogsBucket: new Bucket(this, 'MailAccess', {
        ...kept,
        encryption: BucketEncryption.S3_MANAGED,
        lifecycleRules: [
          { id: 'AYear', expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(30) },
        ],
      }),
    });
  }
}
