import type { ErrorDetail } from '../errors.ts';
import type { Schedule } from '../oncall/schedule.ts';
import { didYouMean } from '../validation/did-you-mean.ts';
import { fieldPath } from '../validation/explain-issues.ts';
import type { WrittenDeskConfig } from './desk-config.ts';
import type { PolicyTarget } from './escalation-policy.ts';
import type { WrittenUser } from './user.ts';

/** How many ways to reach a person who can be paged; channels beyond mail and console will raise it. */
export const fewestContactsOnCall = 1;

/** The parts of a configuration that name each other. */
export type NamesInConfig = Pick<
  WrittenDeskConfig,
  'users' | 'schedules' | 'escalationPolicies' | 'emergency'
>;

type Path = (string | number)[];
/** A mention of a user somewhere in the configuration. */
interface Mention {
  readonly path: Path;
  readonly user: string;
}

/** What the fields alone cannot tell: duplicates, names that point nowhere, people who cannot be reached. */
export function checkReferences(config: NamesInConfig): ErrorDetail[] {
  const mentions = [...scheduleMentions(config), ...policyMentions(config)];
  return [
    ...duplicates(config.users),
    ...unknownUsers(config, mentions),
    ...unknownSchedules(config),
    ...unknownEmergencyPolicy(config),
    ...unreachable(config, mentions),
    ...nobodyReachable(config.users),
  ];
}

/** "Everyone" is the last resort of each page: somebody must be among them. */
function nobodyReachable(users: readonly WrittenUser[]): ErrorDetail[] {
  if (users.some(({ contacts }) => contacts.length > 0)) return [];
  return [{ field: 'users', message: 'nobody can be paged: give at least one user a contact' }];
}

function duplicates(users: readonly WrittenUser[]): ErrorDetail[] {
  const problems: ErrorDetail[] = [];
  const note = (path: Path, value: string, seen: Map<string, Path>, remedy: string) => {
    const first = seen.get(value);
    if (first === undefined) seen.set(value, path);
    else
      problems.push({
        field: fieldPath(path),
        message: `"${value}" is already ${fieldPath(first)}; ${remedy}`,
      });
  };
  const ids = new Map<string, Path>();
  const emails = new Map<string, Path>();
  users.forEach((user, i) => {
    note(['users', i, 'id'], user.id, ids, 'give each user an id of their own');
    note(['users', i, 'email'], user.email.toLowerCase(), emails, 'give each user an address of their own');
    const contacts = new Map<string, Path>();
    user.contacts.forEach((contact, j) => {
      note(['users', i, 'contacts', j, 'id'], contact.id, contacts, 'give each contact of a user its own id');
    });
  });
  return problems;
}

function scheduleMentions(config: NamesInConfig): Mention[] {
  return Object.entries(config.schedules).flatMap(([id, schedule]) =>
    mentionsIn(schedule).map(({ path, user }) => ({ path: ['schedules', id, ...path], user })),
  );
}

function mentionsIn(schedule: Schedule): Mention[] {
  const mentions: Mention[] = [];
  schedule.layers.forEach((layer, i) => {
    layer.users.forEach((member, j) => {
      if (typeof member === 'string') mentions.push({ path: ['layers', i, 'users', j], user: member });
      else member.forEach((user, k) => mentions.push({ path: ['layers', i, 'users', j, k], user }));
    });
  });
  schedule.overrides?.forEach((override, i) => {
    override.add?.forEach((user, j) => mentions.push({ path: ['overrides', i, 'add', j], user }));
    override.remove?.forEach((user, j) => mentions.push({ path: ['overrides', i, 'remove', j], user }));
  });
  schedule.temporary?.forEach((entry, i) => {
    entry.shifts.forEach((shift, j) =>
      mentions.push({ path: ['temporary', i, 'shifts', j, 'user'], user: shift.user }),
    );
  });
  return mentions;
}

function policyTargets(config: NamesInConfig): { path: Path; target: PolicyTarget }[] {
  return Object.entries(config.escalationPolicies).flatMap(([id, policy]) =>
    policy.steps.flatMap((step, i) =>
      step.targets.map((target, j) => ({
        path: ['escalationPolicies', id, 'steps', i, 'targets', j],
        target,
      })),
    ),
  );
}

function policyMentions(config: NamesInConfig): Mention[] {
  return policyTargets(config).flatMap(({ path, target }) =>
    'user' in target ? [{ path: [...path, 'user'], user: target.user }] : [],
  );
}

function unknownUsers(config: NamesInConfig, mentions: readonly Mention[]): ErrorDetail[] {
  const known = config.users.map((user) => user.id);
  return mentions
    .filter(({ user }) => !known.includes(user))
    .map(({ path, user }) => ({
      field: fieldPath(path),
      message: `there is no user "${user}"${didYouMean(user, known)}`,
    }));
}

function unknownSchedules(config: NamesInConfig): ErrorDetail[] {
  const known = Object.keys(config.schedules);
  return policyTargets(config).flatMap(({ path, target }) => {
    if (!('schedule' in target) || known.includes(target.schedule)) return [];
    const message = `there is no schedule "${target.schedule}"${didYouMean(target.schedule, known)}`;
    return [{ field: fieldPath([...path, 'schedule']), message }];
  });
}

function unknownEmergencyPolicy(config: NamesInConfig): ErrorDetail[] {
  const known = Object.keys(config.escalationPolicies);
  const named = config.emergency.policy;
  if (known.includes(named)) return [];
  const message = `there is no escalation policy "${named}"${didYouMean(named, known)}`;
  return [{ field: 'emergency.policy', message }];
}

/** Being removed by an override pages nobody; everyone else who is named can be paged and must be reachable. */
function unreachable(config: NamesInConfig, mentions: readonly Mention[]): ErrorDetail[] {
  const paged = new Map<string, Path>();
  for (const { path, user } of mentions) {
    if (!path.includes('remove') && !paged.has(user)) paged.set(user, path);
  }
  return config.users.flatMap((user, i) => {
    const where = paged.get(user.id);
    if (where === undefined || user.contacts.length >= fewestContactsOnCall) return [];
    const message = `${user.id} can be paged (${fieldPath(where)}) but has no contact; add an e-mail or console contact`;
    return [{ field: fieldPath(['users', i, 'contacts']), message }];
  });
}
