/** Name of the JSON protocol -> code of the older Query protocol, which SDKs show as `error.Code`. */
const QUERY_CODES = {
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  ReceiptHandleIsInvalid: 'ReceiptHandleIsInvalid',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
  BatchRequestTooLong: 'AWS.SimpleQueueService.BatchRequestTooLong',
  InvalidBatchEntryId: 'AWS.SimpleQueueService.InvalidBatchEntryId',
  InvalidMessageContents: 'InvalidMessageContents',
  InvalidAttributeName: 'InvalidAttributeName',
  InvalidParameterValue: 'InvalidParameterValue',
  MissingParameter: 'MissingParameter',
  UnsupportedOperation: 'AWS.SimpleQueueService.UnsupportedOperation',
  UnknownOperationException: 'InvalidAction',
  InternalFailure: 'InternalFailure',
} as const;

export class SqsError extends Error {
  readonly code: keyof typeof QUERY_CODES;

  constructor(code: keyof typeof QUERY_CODES, message: string) {
    super(message);
    this.name = 'SqsError';
    this.code = code;
  }

  get status(): number {
    return this.code === 'InternalFailure' ? 500 : 400;
  }

  get headers(): Record<string, string> {
    const fault = this.status < 500 ? 'Sender' : 'Receiver';
    return { 'x-amzn-query-error': `${QUERY_CODES[this.code]};${fault}` };
  }

  toJson(): string {
    return JSON.stringify({ __type: `com.amazonaws.sqs#${this.code}`, message: this.message });
  }
}
