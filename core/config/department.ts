import * as z from 'zod';
import { promisedMinutesSchema } from '../sla/policy.ts';
import { strictObject } from '../validation/strict-object.ts';
import { addressSchema, identifierSchema } from './identifier.ts';

/** Another department of the company, asked by e-mail. */
export const departmentSchema = strictObject({
  name: z.string().min(1, 'give the name that people know').max(100),
  email: addressSchema,
  /** Whose open time counts for its answer; without one the calendar of the case's policy. */
  calendar: identifierSchema.optional(),
  /** Until it answers; without it what the case's policy says for the department clock. */
  answerMinutes: promisedMinutesSchema.optional(),
});
export type Department = z.infer<typeof departmentSchema>;
