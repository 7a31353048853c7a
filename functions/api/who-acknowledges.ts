import { DomainError } from '../../core/errors.ts';
import { type DeskUser, operatorId } from './desk-user.ts';

export interface Answering {
  /** Whom the request names; only an admin names another. */
  readonly as: string | undefined;
  readonly user: DeskUser;
  /** What is answered for, such as `page HW-7K3M9QZX-P1`. */
  readonly what: string;
  /** Of the problem when nobody is named and it is not plain who. */
  readonly code: 'page.name-who' | 'escalation.name-who';
  /** Who has been told of it so far. */
  readonly asked: () => Promise<readonly string[]>;
}

/**
 * The person in whose name something is acknowledged: oneself, or whom an admin names. The operator is no person
 * who could own a case: without a name it stands for the only one who has been asked so far.
 * @throws DomainError `auth.role-needed`, `page.name-who`, `escalation.name-who`, and all that `asked` throws
 */
export async function whoAcknowledges({ as, user, what, code, asked }: Answering): Promise<string> {
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
  const told = [...new Set(await asked())];
  if (told.length === 1 && told[0] !== undefined) return told[0];
  const whom = told.length === 0 ? 'nobody has been asked yet' : `it has asked ${told.join(', ')}`;
  const message = `name the user who answers for ${what} (${whom})`;
  throw new DomainError('invalid', code, `as: ${message}.`, { details: [{ field: 'as', message }] });
}
