import type { DeskConfig } from '../../core/config/desk-config.ts';
import type { Role } from '../../core/config/user.ts';
import { DomainError } from '../../core/errors.ts';
import type { VerifiedToken } from '../../ports/token-verifier.ts';

/** Who is asking, as the desk's configuration knows them. */
export interface DeskUser {
  readonly id: string;
  readonly name: string;
  /** Null for the operator, who is no person. */
  readonly email: string | null;
  readonly roles: readonly Role[];
}

/** The command's own user: known by its token alone, so that a broken configuration cannot lock it out. */
export const operatorId = 'operator';

/**
 * Names and roles come from the configuration, so that a change of it counts at once.
 * @throws DomainError `auth.unknown-user`
 */
export function deskUserOf(token: VerifiedToken, config: Pick<DeskConfig, 'users'>): DeskUser {
  if (token.userId === operatorId && token.roles.includes('admin'))
    return { id: operatorId, name: 'Operator', email: null, roles: ['admin'] };
  const user = config.users.find(({ id }) => id === token.userId);
  if (!user)
    throw new DomainError(
      'forbidden',
      'auth.unknown-user',
      `The token is good, but "${token.userId}" is no user of this desk: add it to users in the configuration.`,
    );
  return { id: user.id, name: user.name, email: user.email, roles: user.roles };
}

/** What a user is called; the id where the configuration no longer knows them. */
export function nameOfUser(userId: string, config: Pick<DeskConfig, 'users'>): string {
  if (userId === operatorId) return 'Operator';
  return config.users.find(({ id }) => id === userId)?.name ?? userId;
}
