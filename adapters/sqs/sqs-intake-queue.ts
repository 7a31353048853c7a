import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { DomainError } from '../../core/errors.ts';
import type { Ids } from '../../ports/ids.ts';
import type { IntakeJob, IntakeQueue } from '../../ports/intake-queue.ts';
import { toSesNotification } from '../ses/ses-notification.ts';

export interface IntakeQueueNames {
  readonly queueUrl: string;
  readonly bucketName: string;
  readonly objectKeyPrefix: string;
  readonly topicArn: string;
}

/** Sends the very body that SES, S3 and SNS deliver, so that the handler of inbound mail parses one shape. */
export class SqsIntakeQueue implements IntakeQueue {
  readonly #sqs: SQSClient;
  readonly #names: IntakeQueueNames;
  readonly #ids: Pick<Ids, 'ulid'>;

  constructor(sqs: SQSClient, names: IntakeQueueNames, ids: Pick<Ids, 'ulid'>) {
    this.#sqs = sqs;
    this.#names = names;
    this.#ids = ids;
  }

  async enqueue(job: IntakeJob): Promise<void> {
    const { queueUrl, ...names } = this.#names;
    const body = toSesNotification({
      ...job,
      ...names,
      sesMessageId: this.#ids.ulid(),
      processingTimeMs: 0,
      rawPrefix: null,
    });
    try {
      await this.#sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body }));
    } catch (cause) {
      throw new DomainError(
        'unavailable',
        'intake-queue.unavailable',
        `The intake of ${job.rawKey} could not be queued: try again.`,
        { cause },
      );
    }
  }
}
