import * as z from 'zod';
import { type Category, categories } from '../case/category.ts';
import { type Priority, priorities } from '../case/priority.ts';

export type SignalField = 'subject' | 'text' | 'quoted';

/** One piece of evidence. `field.slice(...span)` is exactly `text`. */
export interface Signal {
  /** Stable id of the rule, `<family>.<name>`. */
  readonly rule: string;
  readonly category: Category;
  readonly field: SignalField;
  /** UTF-16 offsets into the field as it was given: start inclusive, end exclusive. */
  readonly span: readonly [start: number, end: number];
  readonly text: string;
  /** What this signal asks for by itself, after suppression. */
  readonly level: Priority;
  /** Share in the sum of weaker signs (4 make an emergency); 0 where the rule speaks for itself. */
  readonly weight: number;
  /** Why the signal counts for less than it says: `negation`, `past`, `idiom:<id>`, `title:<id>` ... */
  readonly suppressedBy?: string;
}

export interface Verdict {
  readonly priority: Priority;
  readonly category: Category;
  readonly emergency: boolean;
  readonly signals: readonly Signal[];
  /** Readable sentences for the agent who asks why. */
  readonly why: string;
}

export const signalSchema = z.object({
  rule: z.string().min(1),
  category: z.enum(categories),
  field: z.enum(['subject', 'text', 'quoted']),
  span: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
  text: z.string(),
  level: z.enum(priorities),
  weight: z.number().nonnegative(),
  suppressedBy: z.string().optional(),
});

/** A verdict as stored with a message or returned by an outside second opinion. */
export const verdictSchema = z.object({
  priority: z.enum(priorities),
  category: z.enum(categories),
  emergency: z.boolean(),
  signals: z.array(signalSchema),
  why: z.string(),
});
