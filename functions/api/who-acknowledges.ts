import { requirePage } from '../../app/require-case.ts';
import { DomainError } from '../../core/errors.ts';
import type { CaseStore } from '../../ports/case-store.ts';
import { type DeskUser, operatorId } from './desk-user.ts';

/**
 * The person in whose name a page is acknowledged: oneself, or whom an admin names. The operator is no
 * person who could own a case: without a name it stands for the only one whom the page has asked so far.
 * @throws DomainError `auth.role-needed`, `page.name-who`, `page.missing`
 */
export async function whoAcknowledges(
  { pageId, as, user }: { pageId: string; as: string | undefined; user: DeskUser },
  store: CaseStore,
): Promise<string> {
  if (as !== undefined && as !== user.id && !user.roles.includes('admin'))
    throw new DomainError(
      'forbidden',
      'auth.role-needed',
      'as: only an admin may acknowledge for another user.',
      {
        details: [{ field: 'as', message: 'needs the role admin' }],
      },
    );
  if (as !== undefined) return as;
  if (user.id !== operatorId) return user.id;
  await requirePage(pageId, { store });
  const asked = [...new Set((await store.listAttempts(pageId)).map(({ userId }) => userId))];
  if (asked.length === 1 && asked[0] !== undefined) return asked[0];
  const whom = asked.length === 0 ? 'nobody has been asked yet' : `it has asked ${asked.join(', ')}`;
  const message = `name the user who answers for page ${pageId} (${whom})`;
  throw new DomainError('invalid', 'page.name-who', `as: ${message}.`, {
    details: [{ field: 'as', message }],
  });
}
