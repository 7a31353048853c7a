import * as z from 'zod/mini';
import { categories } from '../../../core/case/category.ts';
import { priorities } from '../../../core/case/priority.ts';
import { statuses } from '../../../core/case/status.ts';
import { longestTag, mostTags, tagPattern } from '../../../core/case/tags.ts';
import { tiers } from '../../../core/escalation/ladder.ts';
import { clockNames } from '../../../core/sla/clock-name.ts';
import { strictShape } from '../../http/strict-shape.ts';

function text(remedy: string, pattern: RegExp) {
  return z.string({ error: remedy }).check(z.regex(pattern, { error: remedy }));
}

export const caseIdInput = text('write a case id such as HW-7K3M9QZX', /^HW-[0-9A-HJKMNP-TV-Z]{8}$/);
export const pageIdInput = text(
  'write a page id such as HW-7K3M9QZX-P1',
  /^HW-[0-9A-HJKMNP-TV-Z]{8}-P[1-9]\d{0,5}$/,
);
export const messageIdInput = text(
  'write a message id: 26 letters and digits, as the case lists it',
  /^[0-9A-HJKMNP-TV-Z]{26}$/,
);
export const attachmentIdInput = text(
  'write an attachment id such as 0, as the message lists it',
  /^\d{1,4}$/,
);
export const userIdInput = text('write a user id such as mara-lind', /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/);

export const departmentInput = text(
  'write the id of a department such as payments',
  /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/,
);
export const consultIdInput = text(
  'write the id of a consult: 26 letters and digits, as the case lists it',
  /^[0-9A-HJKMNP-TV-Z]{26}$/,
);

export const escalationIdInput = text(
  'write an escalation id such as HW-7K3M9QZX-E1',
  /^HW-[0-9A-HJKMNP-TV-Z]{8}-E[1-9]\d{0,6}$/,
);
export const policyVersionInput = text(
  'write a version of the promises, as /api/sla/promises gives it',
  /^[\w.-]{1,100}$/,
);
export const configVersionInput = text(
  'write a version of the configuration, as /api/sla/promises gives it',
  /^[\w.-]{1,100}$/,
);
export const clockInput = z.enum(clockNames, { error: `choose from ${clockNames.join(', ')}` });
export const instanceInput = z
  .int({ error: 'write the number of the clock, a whole number from 1' })
  .check(z.minimum(1, { error: 'write the number of the clock, a whole number from 1' }));

const instantRemedy = 'write an ISO time with Z or an offset, such as 2026-11-22T10:24:00.000Z';

/** Any way to write an instant, as one in UTC. */
export const instantInput = z.pipe(
  z.iso.datetime({ offset: true, error: instantRemedy }),
  z.transform((written: string) => new Date(written).toISOString()),
);

export const caseIdsInput = z
  .array(caseIdInput, { error: 'list the ids of cases' })
  .check(
    z.minLength(1, { error: 'name at least one case' }),
    z.maxLength(200, { error: 'at most 200 cases at once; send the others after them' }),
  );

const targetRemedy = 'write one of {tier: lead}, {user: ID} or {department: ID}';

/** Whom to escalate to: exactly one of the three. */
export const escalateToInput = z.pipe(
  strictShape({
    tier: z.optional(z.enum(tiers, { error: `choose from ${tiers.join(', ')}` })),
    user: z.optional(userIdInput),
    department: z.optional(userIdInput),
  }).check(
    z.refine((to) => Object.values(to).filter((value) => value !== undefined).length === 1, {
      error: targetRemedy,
    }),
  ),
  z.transform(({ tier, user, department }) => {
    if (tier !== undefined) return { tier };
    return user === undefined ? { department: department ?? '' } : { user };
  }),
);

export const statusInput = z.enum(statuses, { error: `choose from ${statuses.join(', ')}` });
export const priorityInput = z.enum(priorities, { error: `choose from ${priorities.join(', ')}` });
export const categoryInput = z.enum(categories, { error: `choose from ${categories.join(', ')}` });

const tagRemedy = 'write a tag in lower case letters, digits and single hyphens, such as repeat-buyer';
export const tagsInput = z
  .array(
    z
      .string({ error: tagRemedy })
      .check(
        z.regex(tagPattern, { error: tagRemedy }),
        z.maxLength(longestTag, { error: `a tag has at most ${longestTag} characters` }),
      ),
    { error: 'give a list of tags, [] for none' },
  )
  .check(z.maxLength(mostTags, { error: `a case has at most ${mostTags} tags; leave some out` }));

export const expectedVersionInput = z
  .int({ error: 'give the version of the case that you looked at, a whole number from 1' })
  .check(z.minimum(1, { error: 'give the version of the case that you looked at, a whole number from 1' }));

/** NUL and other control characters have no place in a mail; line feeds and tabs do. */
// oxlint-disable-next-line no-control-regex
const controls = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;

export function proseInput(longest: number, remedy: string) {
  return z
    .string({ error: remedy })
    .check(
      z.regex(/\S/, { error: remedy }),
      z.maxLength(longest, { error: `write at most ${longest} characters` }),
      z.regex(controls, { error: 'leave out control characters' }),
    );
}

const limitRemedy = 'a whole number from 1 to 200';

/** How many items a list gives at once. */
export function limitInput(otherwise: number) {
  const digits = z.string().check(z.regex(/^(?:[1-9]|[1-9]\d|1\d\d|200)$/, { error: limitRemedy }));
  const number = z.pipe(digits, z.transform(Number));
  return z._default(number, otherwise).register(z.globalRegistry, {
    type: 'integer',
    minimum: 1,
    maximum: 200,
    default: otherwise,
  });
}

/** Where the last list ended, as it said itself. */
export const cursorInput = z.optional(
  z
    .string()
    .check(
      z.minLength(1, { error: 'leave cursor out to begin at the start' }),
      z.maxLength(4096, { error: 'give the cursor of the last answer, unchanged' }),
    ),
);

/** What a store wants: no key for what is not there. */
export function paging(query: { limit: number; cursor?: string | undefined }): {
  limit: number;
  cursor?: string;
} {
  return query.cursor === undefined ? { limit: query.limit } : { limit: query.limit, cursor: query.cursor };
}
