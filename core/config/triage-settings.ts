import * as z from 'zod';
import { type Category, categories } from '../case/category.ts';
import { didYouMean } from '../validation/did-you-mean.ts';
import { strictObject } from '../validation/strict-object.ts';

export const triageSettingsSchema = strictObject({
  /** Amazon Bedrock as a second reader: it may raise a verdict, never lower it. */
  secondOpinion: strictObject({ enabled: z.boolean().default(false) }).prefault({}),
});
export type TriageSettings = z.infer<typeof triageSettingsSchema>;

/** Categories whose cases are handled as a crisis: quiet wording, and clocks that cannot be paused. */
export const crisisCategoriesSchema = z
  .array(
    z.enum(categories, {
      error: (issue) =>
        `"${String(issue.input)}" is not a category${didYouMean(String(issue.input), categories)}`,
    }),
  )
  .default((): Category[] => ['self-harm', 'threat-to-life', 'child-safety', 'stalking-doxxing', 'violence']);
