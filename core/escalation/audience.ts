import type { EscalationNotice } from './escalation-event.ts';
import type { LadderTarget, Tier } from './ladder.ts';

/** Who can be told now, as the caller has looked it up. */
export interface Audience {
  readonly users: readonly {
    readonly id: string;
    readonly tier: Tier | null;
    readonly contacts: readonly { readonly id: string; readonly channel: string }[];
  }[];
  /** Who has the case; null for nobody. */
  readonly assignee: string | null;
  /** Departments that have an address. */
  readonly departments: readonly string[];
  readonly onCall: (scheduleId: string) => { readonly userIds: readonly string[]; readonly why: string };
}

/** Of a department there is one way only, its mail address. */
export const departmentContact = 'mail';

/** One notice a contact, on these channels alone, however many targets name the person. */
export function noticesFor(
  targets: readonly LadderTarget[],
  channels: readonly string[],
  audience: Audience,
): EscalationNotice[] {
  const people = targets.flatMap((target) => peopleOf(target, audience));
  return dedupe(people.flatMap(({ userId, why }) => contactsOf(userId, why, audience, channels)));
}

export function noticesForUser(userId: string, why: string, audience: Audience): EscalationNotice[] {
  return contactsOf(userId, why, audience, null);
}

export function noticesForDepartment(
  department: string,
  why: string,
  audience: Audience,
): EscalationNotice[] {
  if (!audience.departments.includes(department)) return [];
  return [{ userId: null, department, contactId: departmentContact, channel: 'email', why }];
}

/** Everybody who can be reached, in every way. */
export function noticesForEveryone(why: string, audience: Audience): EscalationNotice[] {
  return audience.users.flatMap(({ id }) => contactsOf(id, why, audience, null));
}

function peopleOf(target: LadderTarget, audience: Audience): { userId: string; why: string }[] {
  if ('assignee' in target)
    return audience.assignee === null ? [] : [{ userId: audience.assignee, why: 'has the case' }];
  if ('user' in target) return [{ userId: target.user, why: 'named by the ladder' }];
  if ('role' in target)
    return audience.users
      .filter(({ tier }) => tier === target.role)
      .map(({ id }) => ({ userId: id, why: `role ${target.role}` }));
  const { userIds, why } = audience.onCall(target.schedule);
  return userIds.map((userId) => ({ userId, why: `schedule ${target.schedule}: ${why}` }));
}

/** Null channels: all of them. */
function contactsOf(
  userId: string,
  why: string,
  { users }: Audience,
  channels: readonly string[] | null,
): EscalationNotice[] {
  const contacts = users.find(({ id }) => id === userId)?.contacts ?? [];
  return contacts
    .filter(({ channel }) => channels === null || channels.includes(channel))
    .map(({ id, channel }) => ({
      userId,
      department: null,
      contactId: id,
      channel,
      why: why.slice(0, longestWhy),
    }));
}

const longestWhy = 200;

function dedupe(notices: readonly EscalationNotice[]): EscalationNotice[] {
  const byContact = new Map<string, EscalationNotice>();
  for (const notice of notices) {
    const key = `${notice.userId}#${notice.contactId}`;
    if (!byContact.has(key)) byContact.set(key, notice);
  }
  return [...byContact.values()];
}
