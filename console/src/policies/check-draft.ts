import * as z from 'zod';
import { namedCalendarsSchema } from '../../../core/calendar/named-calendars.ts';
import type { Category } from '../../../core/case/category.ts';
import { departmentSchema } from '../../../core/config/department.ts';
import { identifierSchema } from '../../../core/config/identifier.ts';
import { ladderSchema } from '../../../core/escalation/ladder.ts';
import { checkPolicies, type PolicyProblem } from '../../../core/sla/check-policies.ts';
import { policySchema } from '../../../core/sla/policy.ts';
import type { PolicySet } from '../../../core/sla/policy-set.ts';
import { didYouMean } from '../../../core/validation/did-you-mean.ts';
import { explainIssues, fieldPath } from '../../../core/validation/explain-issues.ts';
import { strictObject } from '../../../core/validation/strict-object.ts';
import { isUnread, type PromisesDraft } from './promises-draft.ts';

const promisesSchema = strictObject({
  calendars: namedCalendarsSchema,
  ladders: z.record(identifierSchema, ladderSchema),
  policies: z.array(policySchema).max(500),
  departments: z.record(identifierSchema, departmentSchema),
});
export type WrittenPromises = z.infer<typeof promisesSchema>;

export interface CheckedDraft {
  /** What is wrong or doubtful, errors first. */
  readonly problems: readonly PolicyProblem[];
  /** What would be published; null while there is an error. */
  readonly promises: WrittenPromises | null;
  /** The draft as the engine takes it; null while there is an error. */
  readonly set: PolicySet | null;
}

export interface CheckDraftInput {
  readonly draft: PromisesDraft;
  readonly crisisCategories: readonly Category[];
  /** Whom ladders may name; null when that is not known here. */
  readonly userIds: readonly string[] | null;
  /** Epoch ms from which calendars must open. */
  readonly at: number;
}

/** By the same schemas and rules as the desk, so that a mistake shows while it is typed. */
export function checkDraft({ draft, crisisCategories, userIds, at }: CheckDraftInput): CheckedDraft {
  const unread = unreadIn(draft, []);
  const shaped = promisesSchema.safeParse(withoutUnread(draft));
  const own = [...unread, ...departmentProblems(draft), ...userProblems(draft, userIds)];
  const shape = shaped.success ? [] : explainIssues(shaped.error.issues).map(asError);
  const set = shaped.success ? { version: 'draft', ...shaped.data, crisisCategories } : null;
  // Names and ties are told only of what can be read; a later problem must not hide an earlier one.
  const related = (set === null ? [] : checkPolicies(set, at)).filter(
    (found) => !isAboutStandIn(found, unread),
  );
  const problems = [...own, ...shape, ...related].toSorted(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  );
  const isSound = problems.every(({ severity }) => severity === 'warning');
  return {
    problems,
    promises: isSound && shaped.success ? shaped.data : null,
    set: isSound ? set : null,
  };
}

function asError({ field, message }: { field?: string; message: string }): PolicyProblem {
  return { severity: 'error', field: field ?? '', message };
}

function unreadIn(value: unknown, path: readonly (string | number)[]): PolicyProblem[] {
  if (isUnread(value)) return [asError({ field: fieldPath(path), message: value.problem })];
  if (Array.isArray(value)) return value.flatMap((item, i) => unreadIn(item, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => unreadIn(item, [...path, key]));
}

/** With a stand-in for what is unread, so that the other checks say nothing more about its field. */
function withoutUnread(value: unknown, key = ''): unknown {
  if (isUnread(value)) return key === 'warnings' ? [] : 1;
  if (Array.isArray(value)) return value.map((item) => withoutUnread(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutUnread(item, name)]));
}

/** A warning that compares targets of which one is unread compares with its stand-in. */
function isAboutStandIn({ severity, field = '' }: PolicyProblem, unread: readonly PolicyProblem[]): boolean {
  return (
    severity === 'warning' &&
    field.startsWith('policies[') &&
    unread.some((problem) => problem.field?.startsWith(`${field}.`))
  );
}

function departmentProblems({ departments, calendars }: PromisesDraft): PolicyProblem[] {
  const known = Object.keys(calendars);
  return Object.entries(departments).flatMap(([id, { calendar }]) =>
    calendar === undefined || known.includes(calendar)
      ? []
      : [
          asError({
            field: fieldPath(['departments', id, 'calendar']),
            message: `there is no calendar "${calendar}"${didYouMean(calendar, known)}`,
          }),
        ],
  );
}

function userProblems({ ladders }: PromisesDraft, userIds: readonly string[] | null): PolicyProblem[] {
  if (userIds === null) return [];
  return Object.entries(ladders).flatMap(([id, ladder]) =>
    (['reminders', 'levels'] as const).flatMap((list) =>
      ladder[list].flatMap(({ targets }, i) =>
        targets.flatMap((target, j) =>
          'user' in target && !userIds.includes(target.user)
            ? [
                asError({
                  field: fieldPath(['ladders', id, list, i, 'targets', j]),
                  message: `there is no user "${target.user}"${didYouMean(target.user, userIds)}`,
                }),
              ]
            : [],
        ),
      ),
    ),
  );
}
