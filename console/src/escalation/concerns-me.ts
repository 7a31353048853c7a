import type { EscalationItem } from '../api/escalation-item.ts';

/**
 * Whether an escalation asks something of a person: the case is theirs, it was sent to them or has reached their
 * console, or they lead the desk and it has left the agents' level.
 */
export function concernsMe(
  { escalation: { id, cause, told, manual, toldUsers }, case: { assignee } }: EscalationItem,
  user: { readonly id: string; readonly roles: readonly string[] },
  pushedIds: ReadonlySet<string>,
): boolean {
  if (assignee === user.id || pushedIds.has(id) || toldUsers?.includes(user.id)) return true;
  if (cause.kind === 'manual' && 'user' in cause.to && cause.to.user === user.id) return true;
  const leads = user.roles.includes('lead') || user.roles.includes('admin');
  return leads && (assignee === null || cause.kind !== 'promise' || (told ?? manual) !== null);
}
