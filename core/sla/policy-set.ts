import * as z from 'zod';
import type { NamedCalendars } from '../calendar/calendar-named.ts';
import { namedCalendarsSchema } from '../calendar/named-calendars.ts';
import type { Category } from '../case/category.ts';
import { departmentSchema } from '../config/department.ts';
import { identifierSchema } from '../config/identifier.ts';
import { crisisCategoriesSchema } from '../config/triage-settings.ts';
import { type Ladder, ladderSchema } from '../escalation/ladder.ts';
import { strictObject } from '../validation/strict-object.ts';
import { type Policy, policySchema } from './policy.ts';

/** A desk's promises as written: policies in the order in which they are tried, and what they name. */
export const policySetSchema = strictObject({
  calendars: namedCalendarsSchema,
  ladders: z.record(identifierSchema, ladderSchema).default({}),
  policies: z.array(policySchema).min(1, 'write at least one policy').max(500),
  crisisCategories: crisisCategoriesSchema,
  /** Read so that the file of a desk's promises can be tried as it is; a history holds their terms itself. */
  departments: z.record(identifierSchema, departmentSchema).default({}),
});

/**
 * One version of a desk's promises. A case is pinned to the version under which its clocks began; later
 * versions, also ones in which its policy is gone, do not touch it until it is re-based.
 */
export interface PolicySet {
  readonly version: string;
  readonly calendars: NamedCalendars;
  readonly ladders: Readonly<Record<string, Ladder>>;
  readonly policies: readonly Policy[];
  readonly crisisCategories: readonly Category[];
}
