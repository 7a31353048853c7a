import type { CaseRebase } from '../../../console/src/policies/rebase/case-rebase.ts';
import { toInstant } from '../../../core/time/instant.ts';
import type { StoredDesk } from './stored-desk.ts';

const hourMs = 3_600_000;

/** Some open cases of a desk as if they were on older promises: one would be late at once, one unpromised. */
export function casesBehind({ cases }: StoredDesk): CaseRebase[] {
  const open = [...cases.values()].filter(({ status }) => status === 'open' || status === 'pending');
  return open.slice(0, 12).map(({ id, subject, createdAt }, i) => {
    const dueBefore = toInstant(Date.parse(createdAt) + 6 * hourMs);
    const dueAfter =
      i === 3 ? null : toInstant(Date.parse(createdAt) + (i === 5 ? 1 : 4 + (i % 3) * 2) * hourMs);
    const moved =
      dueAfter === dueBefore && i !== 2
        ? []
        : [
            {
              clock: 'first-reply',
              instance: 1,
              dueBefore,
              dueAfter,
              policyBefore: 'everyday',
              policyAfter: i === 3 ? null : i === 2 ? 'regulars' : 'everyday',
              breachAppears: i === 5,
              keeps: i === 2 ? 'override' : null,
            } as const,
          ];
    return { caseId: id, subject, policyVersion: '0ld', unmatched: i === 3, moved };
  });
}
