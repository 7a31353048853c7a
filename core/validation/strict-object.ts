import * as z from 'zod';
import { didYouMean } from './did-you-mean.ts';

/** A zod object that refuses unknown keys and says which known key was probably meant, a line each. */
export function strictObject<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined;
      return (issue.keys ?? []).map((key) => `unknown key "${key}"${didYouMean(key, known)}`).join('\n');
    },
  });
}
