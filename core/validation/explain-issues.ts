import type { z } from 'zod';
import type { ErrorDetail } from '../errors.ts';

const plainKey = /^[A-Za-z_][\w-]*$/;

/** `['users', 2, 'contacts']` as `users[2].contacts`; keys with odd characters in quotes. */
export function fieldPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (plainKey.test(String(part))) text += text === '' ? String(part) : `.${String(part)}`;
    else text += `[${JSON.stringify(String(part))}]`;
  }
  return text;
}

/** Every zod issue as a field path and a sentence; one detail a problem, also for several unknown keys. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], under: string[] = []): ErrorDetail[] {
  return issues.flatMap((issue): ErrorDetail[] => {
    const path = [...under, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      const lines = issue.message.split('\n');
      return issue.keys.map((key, i) => ({
        field: fieldPath([...path, key]),
        message: lines[i] ?? issue.message,
      }));
    }
    if (issue.code === 'invalid_key') {
      return [{ field: fieldPath(path), message: issue.issues[0]?.message ?? issue.message }];
    }
    return [{ field: fieldPath(path), message: plainMessage(issue) }];
  });
}

function plainMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return `is missing; give a value (${issue.expected})`;
  }
  if (issue.code === 'invalid_type') return issue.message.replace('Invalid input: ', '');
  return issue.message;
}

/** One line for people: `users[2].email: …`. */
export function detailLine(detail: ErrorDetail): string {
  return detail.field === undefined || detail.field === ''
    ? detail.message
    : `${detail.field}: ${detail.message}`;
}
