import { DomainError } from '../../core/errors.ts';

/** Answers after which the same request may succeed. The SDK's own errors of connection and time-out are among them. */
const passing = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'TransactionInProgressException',
  'LimitExceededException',
  'TimeoutError',
  'RequestTimeout',
  'RequestTimeoutException',
]);
const conflicts = new Set(['TransactionConflictException', 'ReplicatedWriteConflictException']);
const brokenConnections = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
]);

export function isPassing(error: unknown): boolean {
  return passing.has(nameOf(error)) || conflicts.has(nameOf(error)) || isBrokenConnection(error);
}

export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** One SDK error in our terms; what is not the store's to explain (a bug of ours) goes through as it is. */
export function storeError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const name = nameOf(error);
  const text = error instanceof Error ? error.message : '';
  if (conflicts.has(name)) return contention(error);
  if (isPassing(error))
    return new DomainError('unavailable', 'store.unavailable', unavailableText(name, text), { cause: error });
  if (name === 'ValidationException' && /item size|exceed.*size/i.test(text)) return itemTooLarge(error);
  if (name === 'ItemCollectionSizeLimitExceededException') return collectionTooLarge(error);
  if (name === 'ResourceNotFoundException')
    return new DomainError(
      'unavailable',
      'store.table-missing',
      'the table does not exist: deploy the stack, or start the desk once',
      { cause: error },
    );
  if (name === 'AccessDeniedException')
    return new DomainError(
      'unavailable',
      'store.denied',
      'the table refuses access: check the role of this function',
      { cause: error },
    );
  return error;
}

export function contention(cause?: unknown): DomainError {
  return new DomainError(
    'conflict',
    'store.contention',
    'other transactions keep changing the same items: try again',
    { cause },
  );
}

export function itemTooLarge(cause?: unknown): DomainError {
  return new DomainError(
    'invalid',
    'store.item-too-large',
    'an item passes 400 KB: keep its long texts in the blob store',
    { cause },
  );
}

export function collectionTooLarge(cause?: unknown): DomainError {
  return new DomainError(
    'invalid',
    'store.collection-too-large',
    'the items of one case pass 10 GB: close the case and open a follow-up',
    { cause },
  );
}

function isBrokenConnection(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && brokenConnections.has(code);
}

function unavailableText(name: string, text: string): string {
  return `the store does not answer (${name || 'no name'}: ${text || 'no detail'}): try again`;
}
