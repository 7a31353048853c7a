import { SQSClient } from '@aws-sdk/client-sqs';
import type * as z from 'zod/mini';
import { SqsIntakeQueue } from '../../adapters/sqs/sqs-intake-queue.ts';
import type { Ids } from '../../ports/ids.ts';
import type { IntakeQueue } from '../../ports/intake-queue.ts';
import type { intakeQueueEnv } from './env.ts';

export function composeIntakeQueue(env: z.infer<typeof intakeQueueEnv>, ids: Ids): IntakeQueue {
  return new SqsIntakeQueue(
    new SQSClient({}),
    {
      queueUrl: env.INTAKE_QUEUE_URL,
      bucketName: env.MAIL_BUCKET,
      objectKeyPrefix: env.RAW_KEY_PREFIX,
      topicArn: env.MAIL_TOPIC_ARN,
    },
    ids,
  );
}
