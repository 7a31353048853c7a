import type { Role } from '../../core/config/user.ts';
import { DomainError } from '../../core/errors.ts';
import type { DeskUser } from './desk-user.ts';

/** `read`: every role, auditors too. `work`: those who may touch a case. `lead`: who may change what is promised. */
export type Access = 'read' | 'work' | 'lead';

const rolesFor: Record<Access, readonly Role[]> = {
  read: ['agent', 'senior', 'lead', 'admin', 'auditor'],
  work: ['agent', 'senior', 'lead', 'admin'],
  lead: ['lead', 'admin'],
};

/** @throws DomainError `auth.role-needed` */
export function requireAccess(user: DeskUser, access: Access): void {
  if (user.roles.some((role) => rolesFor[access].includes(role))) return;
  throw new DomainError(
    'forbidden',
    'auth.role-needed',
    `${user.name} has the role ${user.roles.join(', ') || 'none'}; this needs one of ${rolesFor[access].join(', ')}.`,
  );
}
