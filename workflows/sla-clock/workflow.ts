import * as z from 'zod';
import { clockNames } from '../../core/sla/clock-name.ts';

/** What `sla-clock` is started with: which clock, and when it must be looked at. */
export const slaClockInput = z.object({
  caseId: z.string().min(1),
  clock: z.enum(clockNames),
  instance: z.int().min(1),
  /** An execution of a lower epoch than the stored one is stale, and changes nothing. */
  epoch: z.int().min(1),
  at: z.iso.datetime(),
});
export type SlaClockInput = z.infer<typeof slaClockInput>;

/** Placeholder in the definition -> folder under functions/. */
export const slaClockFunctions = {
  WakeClockFunction: 'wake-clock',
} as const;
