import * as z from 'zod';
import { namedCalendarsSchema } from '../calendar/named-calendars.ts';
import { DomainError, type ErrorDetail } from '../errors.ts';
import { ladderSchema } from '../escalation/ladder.ts';
import { scheduleSchema } from '../oncall/schedule.ts';
import { policySchema } from '../sla/policy.ts';
import type { PolicyProblem } from '../sla/policy-problem.ts';
import { detailLine, explainIssues } from '../validation/explain-issues.ts';
import { strictObject } from '../validation/strict-object.ts';
import { checkReferences, type NamesInConfig } from './check-references.ts';
import { departmentSchema } from './department.ts';
import { deskSchema } from './desk.ts';
import { escalationPolicySchema } from './escalation-policy.ts';
import { identifierSchema } from './identifier.ts';
import { mailSettingsSchema } from './mail-settings.ts';
import { type PromisesInConfig, promiseProblems } from './promise-problems.ts';
import { type Environment, resolveSecrets } from './resolve-secrets.ts';
import { crisisCategoriesSchema, triageSettingsSchema } from './triage-settings.ts';
import { type User, userSchema } from './user.ts';

/** The whole configuration of a desk, as written: what `config/*.yaml` holds together. */
export const deskConfigSchema = strictObject({
  desk: deskSchema,
  users: z.array(userSchema).min(1, 'name at least one user').max(5000),
  schedules: z.record(identifierSchema, scheduleSchema).default({}),
  escalationPolicies: z.record(identifierSchema, escalationPolicySchema),
  /** Which escalation policy pages for an emergency. */
  emergency: strictObject({ policy: z.string() }),
  mail: mailSettingsSchema.prefault({}),
  crisisCategories: crisisCategoriesSchema,
  triage: triageSettingsSchema.prefault({}),
  calendars: namedCalendarsSchema.default({}),
  ladders: z.record(identifierSchema, ladderSchema).default({}),
  /** In the order in which they are tried; without any no case is promised anything. */
  policies: z.array(policySchema).max(500).default([]),
  departments: z.record(identifierSchema, departmentSchema).default({}),
});

/** As written, checked field by field but not yet against each other. */
export type WrittenDeskConfig = z.infer<typeof deskConfigSchema>;
export type DeskConfig = Omit<WrittenDeskConfig, 'users'> & { users: User[] };

/**
 * Checks and completes a configuration. Secrets written as `{env: NAME}` come from `environment`.
 * @param at epoch ms from which calendars must open. Without it that is not asked: what was published once
 * stays readable when its hours run out.
 * @throws DomainError `invalid` `config.invalid`: every problem in `details`, each with field and remedy.
 */
export function parseDeskConfig(
  raw: unknown,
  environment: Environment = {},
  at: number | null = null,
): DeskConfig {
  const { config, problems } = checkDeskConfig(raw, environment, at);
  if (config !== null) return config;
  throw invalidConfig(problems.filter(({ severity }) => severity === 'error').map(asDetail));
}

export interface CheckedConfig {
  /** Null when there is an error among the problems. */
  readonly config: DeskConfig | null;
  /** Errors first. */
  readonly problems: readonly PolicyProblem[];
}

/** As `parseDeskConfig`, with warnings, and without throwing. */
export function checkDeskConfig(raw: unknown, environment: Environment, at: number | null): CheckedConfig {
  const shaped = deskConfigSchema.safeParse(raw);
  const named = shaped.success ? shaped.data : namesIn(raw);
  const promised = shaped.success ? shaped.data : promisesIn(raw);
  const { users, problems } = resolveSecrets(named?.users ?? [], environment);
  const promising = promised === null ? [] : promiseProblems(promised, at);
  const errors = [
    ...(shaped.success ? [] : explainIssues(shaped.error.issues)).map(asError),
    ...(named === null ? [] : checkReferences(named)).map(asError),
    ...promising.filter(({ severity }) => severity === 'error'),
    ...problems.map(asError),
  ];
  return {
    config: shaped.success && errors.length === 0 ? { ...shaped.data, users } : null,
    problems: [...errors, ...promising.filter(({ severity }) => severity === 'warning')],
  };
}

function asError(detail: ErrorDetail): PolicyProblem {
  return { severity: 'error', ...detail };
}

function asDetail({ field, message }: PolicyProblem): ErrorDetail {
  return { ...(field !== undefined && { field }), message };
}

const { shape } = deskConfigSchema;

const namesSchema = z.object({
  users: shape.users,
  schedules: shape.schedules,
  escalationPolicies: shape.escalationPolicies,
  emergency: shape.emergency,
});

const promisesSchema = z.object({
  desk: shape.desk,
  users: shape.users,
  schedules: shape.schedules,
  calendars: shape.calendars,
  ladders: shape.ladders,
  policies: shape.policies,
  departments: shape.departments,
  crisisCategories: shape.crisisCategories,
});

/** The parts that refer to each other, so that a mistake elsewhere does not hide theirs; null if one is broken. */
function namesIn(raw: unknown): NamesInConfig | null {
  return namesSchema.safeParse(raw).data ?? null;
}

function promisesIn(raw: unknown): PromisesInConfig | null {
  return promisesSchema.safeParse(raw).data ?? null;
}

export function invalidConfig(details: readonly ErrorDetail[]): DomainError {
  const count = details.length === 1 ? '1 problem' : `${details.length} problems`;
  const message = `the configuration has ${count}: ${details.map(detailLine).join('; ')}`;
  return new DomainError('invalid', 'config.invalid', message, { details });
}
