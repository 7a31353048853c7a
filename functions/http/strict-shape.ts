import * as z from 'zod/mini';
import { didYouMean } from '../../core/validation/did-you-mean.ts';

/** An object that refuses unknown keys and says which known key was probably meant, a line each. */
export function strictShape<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined;
      return (issue.keys ?? [])
        .map((key) => `is not known here${known.length === 0 ? '; leave it out' : didYouMean(key, known)}`)
        .join('\n');
    },
  });
}
