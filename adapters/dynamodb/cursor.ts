import { DomainError } from '../../core/errors.ts';

/**
 * Where a list goes on: the sort key of the last row given. Sort keys are unique in a list, so that
 * no row is skipped or repeated while nothing changes. Bound to its list.
 */
export function encodeCursor(list: string, after: string): string {
  return Buffer.from(JSON.stringify([list, after])).toString('base64url');
}

export function decodeCursor(list: string, cursor: string): string {
  const parts = parsed(Buffer.from(cursor, 'base64url').toString());
  if (Array.isArray(parts) && parts.length === 2 && parts[0] === list && typeof parts[1] === 'string')
    return parts[1];
  throw new DomainError(
    'invalid',
    'cursor.invalid',
    'cursor: not one of this list; leave it out to start over',
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DomainError('invalid', 'cursor.invalid', 'cursor: unreadable; leave it out to start over', {
      cause,
    });
  }
}
