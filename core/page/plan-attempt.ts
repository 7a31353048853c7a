import type { Page, PageTarget } from './page.ts';

export interface PlannedTarget {
  readonly userId: string;
  readonly contactId: string;
  readonly channel: string;
  /** Why this person, e.g. `schedule primary: layer Days`. */
  readonly why: string;
}

export interface PlannedAttempt {
  /** The round that is due: the one asked for, or a later one where steps had nobody. */
  readonly attempt: number;
  readonly targets: readonly PlannedTarget[];
  readonly waitSeconds: number;
  /** What an agent should know, e.g. `step 1 had nobody on call and was skipped`. */
  readonly notes: readonly string[];
}

/** Who can be reached now, as the caller has looked it up. */
export interface Roster {
  readonly onCall: (scheduleId: string) => { readonly userIds: readonly string[]; readonly why: string };
  readonly users: readonly {
    readonly id: string;
    readonly contacts: readonly { readonly id: string; readonly channel: string }[];
  }[];
}

/**
 * Step Functions fails an execution for good at 256 KB from one task or 25,000 history events: this many
 * notifications, all of them failing and tried again, stay far below both.
 */
export const mostTargets = 300;
const longestWhy = 200;

/**
 * Round `attempt` (from 0) of a page: the policy's steps in turn, then everyone, then again without end.
 * A step that reaches nobody is skipped at once; "everyone" is never skipped. Where a step has more targets
 * than one round carries, the following rounds of that step go on where this one ends.
 */
export function planAttempt(page: Page, attempt: number, roster: Roster): PlannedAttempt {
  const { steps, everyoneWaitSeconds } = page.policy;
  const notes: string[] = [];
  for (let round = attempt; ; round++) {
    const cycle = Math.floor(round / (steps.length + 1));
    const step = steps[round % (steps.length + 1)];
    const all = step ? dedupe(step.targets.flatMap((target) => targetsOf(target, roster))) : everyone(roster);
    if (all.length > mostTargets)
      notes.push(
        `this round reaches ${mostTargets} of ${all.length} contacts; the next ones go on from there`,
      );
    const targets = turn(all, cycle);
    if (!step) return { attempt: round, targets, waitSeconds: everyoneWaitSeconds, notes };
    if (targets.length > 0) return { attempt: round, targets, waitSeconds: step.waitSeconds, notes };
    notes.push(`step ${(round % (steps.length + 1)) + 1} reached nobody and was skipped`);
  }
}

/** Those whose turn it is in a cycle; all of them, unless they are too many. */
function turn(all: readonly PlannedTarget[], cycle: number): PlannedTarget[] {
  const start = all.length > mostTargets ? (cycle * mostTargets) % all.length : 0;
  return [...all.slice(start), ...all.slice(0, start)]
    .slice(0, mostTargets)
    .map((target) => ({ ...target, why: target.why.slice(0, longestWhy) }));
}

function targetsOf(target: PageTarget, roster: Roster): PlannedTarget[] {
  if ('everyone' in target) return everyone(roster);
  if ('user' in target) return contactsOf(target.user, `user ${target.user}`, roster);
  const { userIds, why } = roster.onCall(target.schedule);
  return userIds.flatMap((userId) => contactsOf(userId, `schedule ${target.schedule}: ${why}`, roster));
}

function everyone(roster: Roster): PlannedTarget[] {
  return roster.users.flatMap((user) => contactsOf(user.id, 'everyone', roster));
}

function contactsOf(userId: string, why: string, roster: Roster): PlannedTarget[] {
  const contacts = roster.users.find((user) => user.id === userId)?.contacts ?? [];
  return contacts.map(({ id, channel }) => ({ userId, contactId: id, channel, why }));
}

/** One notification a contact, however many steps' targets name the person. */
function dedupe(targets: readonly PlannedTarget[]): PlannedTarget[] {
  const byContact = new Map<string, PlannedTarget>();
  for (const target of targets) {
    const key = `${target.userId}#${target.contactId}`;
    if (!byContact.has(key)) byContact.set(key, target);
  }
  return [...byContact.values()];
}
