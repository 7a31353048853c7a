import type { ErrorDetail } from '../errors.ts';
import type { Ladder, LadderTarget, Level, Reminder, Tier } from '../escalation/ladder.ts';
import { didYouMean } from '../validation/did-you-mean.ts';
import { fieldPath } from '../validation/explain-issues.ts';
import type { WrittenDeskConfig } from './desk-config.ts';
import { tierOf, type WrittenUser } from './user.ts';

type Named = Pick<WrittenDeskConfig, 'users' | 'schedules' | 'ladders'>;
type Notice = Pick<Level | Reminder, 'targets' | 'channels'>;

/** Targets that name nobody or cannot be told, and ladders that may climb without a person hearing of it. */
export function checkLadders(config: Named): ErrorDetail[] {
  return Object.entries(config.ladders).flatMap(([id, ladder]) => [
    ...noticesOf(ladder).flatMap(({ path, notice }) =>
      notice.targets.flatMap((target, i) =>
        problemOf(target, notice.channels, config).map((message) => ({
          field: fieldPath(['ladders', id, ...path, 'targets', i]),
          message,
        })),
      ),
    ),
    ...neverSure(id, ladder),
  ]);
}

function noticesOf({ reminders, levels }: Ladder): { path: (string | number)[]; notice: Notice }[] {
  return [
    ...reminders.map((notice, i) => ({ path: ['reminders', i], notice })),
    ...levels.map((notice, i) => ({ path: ['levels', i], notice })),
  ];
}

/** Nobody may be assigned and a schedule may be empty; a user, or one of those of a tier, is always there. */
function neverSure(id: string, { levels }: Ladder): ErrorDetail[] {
  const isSure = levels.some(({ targets }) => targets.some((entry) => 'user' in entry || 'role' in entry));
  if (isSure) return [];
  const message =
    'no level always reaches someone (nobody may be assigned, a schedule may be empty); add {user: ID} or {role: lead} to a level';
  return [{ field: fieldPath(['ladders', id, 'levels']), message }];
}

function problemOf(target: LadderTarget, channels: Notice['channels'], config: Named): string[] {
  if ('assignee' in target) return [];
  if ('schedule' in target) {
    const known = Object.keys(config.schedules);
    if (known.includes(target.schedule)) return [];
    return [`there is no schedule "${target.schedule}"${didYouMean(target.schedule, known)}`];
  }
  return 'user' in target
    ? userProblem(target.user, channels, config.users)
    : tierProblem(target.role, channels, config.users);
}

function userProblem(id: string, channels: Notice['channels'], users: readonly WrittenUser[]): string[] {
  const user = users.find((entry) => entry.id === id);
  if (user === undefined)
    return [
      `there is no user "${id}"${didYouMean(
        id,
        users.map((entry) => entry.id),
      )}`,
    ];
  if (isReachable(user, channels)) return [];
  return [`${id} has no contact on ${channels.join(' or ')}; add one, or a channel on which there is one`];
}

function tierProblem(tier: Tier, channels: Notice['channels'], users: readonly WrittenUser[]): string[] {
  const holders = users.filter((user) => tierOf(user) === tier);
  if (holders.length === 0) return [`nobody is ${tier}; give a user tier: ${tier}, or name another target`];
  if (holders.some((user) => isReachable(user, channels))) return [];
  const who = holders.map(({ id }) => id).join(', ');
  return [`nobody who is ${tier} (${who}) has a contact on ${channels.join(' or ')}; add one`];
}

function isReachable({ contacts }: WrittenUser, channels: Notice['channels']): boolean {
  return contacts.some(({ channel }) => channels.includes(channel));
}
