/** US dollars each, us-east-1, on demand, without any free tier. */
export const pricesAsOf = '2026-11-22';
export const prices = {
  /** aws.amazon.com/dynamodb/pricing/on-demand */
  writeUnit: 0.625 / 1e6,
  readUnit: 0.125 / 1e6,
  /** aws.amazon.com/step-functions/pricing: Standard Workflows */
  stateTransition: 0.025 / 1e3,
  /** aws.amazon.com/lambda/pricing: arm64 */
  invocation: 0.2 / 1e6,
  gigabyteSecond: 0.0000133334,
  /** aws.amazon.com/api-gateway/pricing: HTTP API */
  apiRequest: 1 / 1e6,
  /** aws.amazon.com/ses/pricing: a mail sent, a mail received */
  mailOut: 0.1 / 1e3,
  mailIn: 0.1 / 1e3,
  /** aws.amazon.com/s3/pricing: Standard */
  objectPut: 0.005 / 1e3,
  objectGet: 0.0004 / 1e3,
  /** aws.amazon.com/sqs/pricing: standard queues, aws.amazon.com/sns/pricing: a publish, SQS deliveries are free */
  queueRequest: 0.4 / 1e6,
  publish: 0.5 / 1e6,
} as const;

/** What is not counted but taken for granted: how long an invocation is billed for, and with how much memory. */
export const assumed = { invocationMs: 100, memoryGb: 1 } as const;
