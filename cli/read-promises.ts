import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { loadConfigFolder } from '../adapters/config/load-config-folder.ts';
import { readHolidayFiles } from '../adapters/config/read-holiday-files.ts';
import { namedCalendarsSchema } from '../core/calendar/named-calendars.ts';
import { departmentSchema } from '../core/config/department.ts';
import { identifierSchema } from '../core/config/identifier.ts';
import { policySetOf } from '../core/config/policies-of-config.ts';
import { crisisCategoriesSchema } from '../core/config/triage-settings.ts';
import { DomainError, isDomainError } from '../core/errors.ts';
import { ladderSchema } from '../core/escalation/ladder.ts';
import { checkPolicies } from '../core/sla/check-policies.ts';
import { type DraftParts, draftOf } from '../core/sla/draft-of.ts';
import { policySchema } from '../core/sla/policy.ts';
import type { PolicySet } from '../core/sla/policy-set.ts';
import { detailLine } from '../core/validation/explain-issues.ts';
import { parseInput } from '../core/validation/parse-input.ts';
import { strictObject } from '../core/validation/strict-object.ts';

/** A file of promises: whole, or only what is to be different. */
const promisesFile = strictObject({
  calendars: namedCalendarsSchema.optional(),
  ladders: z.record(identifierSchema, ladderSchema).optional(),
  policies: z.array(policySchema).min(1, 'write at least one policy').max(500).optional(),
  crisisCategories: crisisCategoriesSchema.unwrap().optional(),
  // Read, so that a whole file of a configuration folder will do; clocks take their terms from the history.
  departments: z.record(identifierSchema, departmentSchema).optional(),
});

export interface ReadPromises {
  readonly set: PolicySet;
  /** What a save would warn of, one line each. */
  readonly warnings: readonly string[];
}

/**
 * Promises from a YAML file or a configuration folder. What the file leaves out is taken from `base`.
 * @throws DomainError `invalid` with file, field and remedy; what a save would refuse is refused here.
 */
export async function readPromises(
  path: string,
  base: PolicySet | null,
  env: Readonly<Record<string, string | undefined>>,
  now: number,
): Promise<ReadPromises> {
  const set = await readSet(path, base, env, now);
  const problems = checkPolicies(set, null);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw wrong(`${path}: ${errors.map(detailLine).join('; ')}`);
  return { set, warnings: problems.map((problem) => `${path}: ${detailLine(problem)}`) };
}

async function readSet(
  path: string,
  base: PolicySet | null,
  env: Readonly<Record<string, string | undefined>>,
  now: number,
): Promise<PolicySet> {
  if (isFolder(path)) {
    const { config } = await loadConfigFolder(path, env, now);
    if (config.policies.length === 0) throw wrong(`${path}: has no policies; write some in sla.yaml`);
    return policySetOf(config, (text) => createHash('sha256').update(text).digest('hex'));
  }
  const parts = await readParts(path, now);
  if (parts.policies !== undefined && parts.calendars !== undefined)
    return {
      ladders: base?.ladders ?? {},
      crisisCategories: base?.crisisCategories ?? crisisCategoriesSchema.parse(undefined),
      ...parts,
      version: path,
      calendars: parts.calendars,
      policies: parts.policies,
    };
  if (base !== null) return draftOf(base, parts, path);
  const missing = parts.policies === undefined ? 'policies' : 'calendars';
  throw wrong(`${path}: has no ${missing}; add them, or name with --against what they are to be taken from`);
}

async function readParts(path: string, now: number): Promise<DraftParts> {
  const written = within(path, () => parseYaml(readText(path)));
  const holidays = await readHolidayFiles(calendarsIn(written), dirname(path), now);
  if (holidays.problems.length > 0) throw wrong(`${path}: ${holidays.problems.map(detailLine).join('; ')}`);
  const whole =
    holidays.calendars === undefined ? written : { ...(written as object), calendars: holidays.calendars };
  const { departments: _, ...read } = within(path, () => parseInput(promisesFile, whole));
  const entries = Object.entries(read).filter(([, value]) => value !== undefined);
  if (entries.length === 0)
    throw wrong(`${path}: is empty; write policies, calendars, ladders or crisisCategories`);
  return Object.fromEntries(entries);
}

function calendarsIn(written: unknown): unknown {
  return typeof written === 'object' && written !== null && 'calendars' in written
    ? written.calendars
    : undefined;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function parseYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 100 });
  } catch (error) {
    throw wrong(
      `is not YAML (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)})`,
    );
  }
}

/** @throws DomainError that names the file */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(',')[0] : String(error);
    throw wrong(`${file} cannot be read (${reason})`);
  }
}

/** Errors of `read` with the place that they are about. */
export function within<Value>(where: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (isDomainError(error)) throw wrong(`${where}: ${error.message}`);
    throw error;
  }
}

export function wrong(message: string): DomainError {
  return new DomainError('invalid', 'sla.simulate', message);
}
