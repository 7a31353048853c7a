import { fieldPath } from '../../../core/validation/explain-issues.ts';
import { durationText } from './duration-text.ts';
import { isSame } from './merge-promises.ts';
import { isUnread } from './promises-draft.ts';

export interface FieldChange {
  /** Within the item; empty for the item itself. */
  readonly field: string;
  /** Null when it was not there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between two values, leaf by leaf. Lists are told as a whole where their length differs. */
export function fieldChanges(
  before: unknown,
  after: unknown,
  path: readonly (string | number)[] = [],
): FieldChange[] {
  if (isSame(before, after)) return [];
  if (isBranch(before) && isBranch(after)) {
    const [a, b] = [childrenOf(before), childrenOf(after)];
    const isList = Array.isArray(before) || Array.isArray(after);
    if (!isList || (Array.isArray(before) && Array.isArray(after) && before.length === after.length))
      return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) =>
        fieldChanges(a.get(key), b.get(key), [...path, key]),
      );
  }
  return [{ field: fieldPath(path), before: wordsOf(before, path), after: wordsOf(after, path) }];
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !isUnread(value);
}

function childrenOf(value: object): Map<string | number, unknown> {
  return Array.isArray(value)
    ? new Map(value.map((item: unknown, i) => [i, item]))
    : new Map(Object.entries(value));
}

function wordsOf(value: unknown, path: readonly (string | number)[]): string | null {
  if (value === undefined) return null;
  if (typeof value === 'number' && isLength(path)) return durationText(value);
  if (isUnread(value)) return value.unread;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

/** `targets.first-reply.high`, `beforeMinutes` and the like hold minutes. */
function isLength(path: readonly (string | number)[]): boolean {
  return path.includes('targets') || /minutes$/i.test(String(path.at(-1)));
}
