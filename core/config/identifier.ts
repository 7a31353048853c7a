import * as z from 'zod';

/** Ids in config: kebab-case, so that they read well in links, logs and keys. */
export const identifierSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'write an id in lower case letters, digits and single hyphens, such as mara-lind',
  })
  .max(64, 'an id is at most 64 characters');

/** An e-mail address as a mailbox of ours: one @, a dotted domain, no spaces. */
export const addressSchema = z
  .string()
  .max(254, 'an address is at most 254 characters')
  .regex(/^[^\s@<>"(),:;]+@[^\s@<>"(),:;.]+(\.[^\s@<>"(),:;.]+)+$/, {
    error: 'write an e-mail address such as mara@harborwatch.example',
  });
