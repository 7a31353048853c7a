import type { ErrorDetail } from '../errors.ts';
import { type Contact, type WrittenContact, webhookSecretSchema } from './contact.ts';
import type { User, WrittenUser } from './user.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Puts the secrets that are named by environment variable in place; a missing or malformed one is a problem. */
export function resolveSecrets(
  users: readonly WrittenUser[],
  environment: Environment,
): { users: User[]; problems: ErrorDetail[] } {
  const problems: ErrorDetail[] = [];
  const resolved = users.map((user, i) => ({
    ...user,
    contacts: user.contacts.map((contact, j) => {
      const outcome = resolveContact(contact, environment);
      if (outcome.problem !== null) {
        problems.push({ field: `users[${i}].contacts[${j}].secret.env`, message: outcome.problem });
      }
      return outcome.contact;
    }),
  }));
  return { users: resolved, problems };
}

function resolveContact(
  contact: WrittenContact,
  environment: Environment,
): { contact: Contact; problem: string | null } {
  if (contact.channel !== 'webhook') return { contact, problem: null };
  if (typeof contact.secret === 'string')
    return { contact: { ...contact, secret: contact.secret }, problem: null };
  const name = contact.secret.env;
  const value = environment[name];
  const withSecret = { ...contact, secret: value ?? '' };
  if (value === undefined || value === '') {
    return {
      contact: withSecret,
      problem: `the environment variable ${name} is not set; set it to a whsec_… secret`,
    };
  }
  if (webhookSecretSchema.safeParse(value).success) return { contact: withSecret, problem: null };
  const remedy = 'set it to whsec_ and 24 to 64 random bytes in base64';
  return {
    contact: withSecret,
    problem: `the environment variable ${name} holds no webhook secret; ${remedy}`,
  };
}
