import type { PolicyProblem } from '../../../core/sla/check-policies.ts';

/** The problems of just this field. */
export function problemsAt(problems: readonly PolicyProblem[], field: string): readonly PolicyProblem[] {
  return problems.filter((problem) => problem.field === field);
}

/** The problems of a field and of all that it holds. */
export function problemsUnder(problems: readonly PolicyProblem[], field: string): readonly PolicyProblem[] {
  return problems.filter(
    (problem) =>
      problem.field === field ||
      problem.field?.startsWith(`${field}.`) === true ||
      problem.field?.startsWith(`${field}[`) === true,
  );
}

export type Part = 'policies' | 'calendars' | 'ladders' | 'departments';
export const parts: readonly Part[] = ['policies', 'calendars', 'ladders', 'departments'];

/** Where on the screen a field is edited; null for none, and the item's index or id where it has one. */
export function placeOf(field: string): { readonly part: Part; readonly item: string | null } | null {
  const match = /^(policies|calendars|ladders|departments)(?:\[(\d+)\]|\["([^"]+)"\]|\.([^.[]+))?/.exec(
    field,
  );
  const part = parts.find((name) => name === match?.[1]);
  if (part === undefined) return null;
  return { part, item: match?.[2] ?? match?.[3] ?? match?.[4] ?? null };
}
