import { resolve } from 'node:path';
import { z } from 'zod';
import { mailDomainSchema } from '../core/config/desk.ts';
import { DomainError } from '../core/errors.ts';
import { closest } from '../core/validation/did-you-mean.ts';

const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, { error: 'write a port number, 0 to 65535 (0 picks a free one)' })
    .transform(Number)
    .refine((value) => value <= 65_535, { error: 'a port is at most 65535' })
    .default(fallback);

const relay = z
  .url({ protocol: /^smtps?$/, error: 'write smtp://[user:password@]host[:port] or smtps://…' })
  .optional();

/** What the single-machine host reads from the environment; DESIGN's table of variables, and no others. */
const schema = z.object({
  HARBORWATCH_DATA: z
    .string()
    .min(1, 'name a folder')
    .default('data')
    .transform((path) => resolve(path)),
  HARBORWATCH_HTTP_PORT: port(8080),
  HARBORWATCH_SMTP_PORT: port(2525),
  HARBORWATCH_MAIL_DOMAIN: mailDomainSchema.optional(),
  HARBORWATCH_SMTP_RELAY: relay,
  HARBORWATCH_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], { error: 'choose debug, info, warn or error' })
    .default('info'),
  HARBORWATCH_CONFIG: z.string().min(1, 'name a folder').optional(),
});

export interface HostEnvironment {
  readonly dataFolder: string;
  readonly httpPort: number;
  readonly smtpPort: number;
  readonly mailDomain: string | null;
  readonly smtpRelay: string | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  readonly configFolder: string | null;
}

/** For `--help`: name, default, meaning. */
export const environmentTable: readonly (readonly [name: string, fallback: string, meaning: string])[] = [
  ['HARBORWATCH_DATA', './data', 'folder with everything the desk knows; one desk a folder'],
  ['HARBORWATCH_HTTP_PORT', '8080', 'port of console and API on 127.0.0.1; 0 picks a free one'],
  ['HARBORWATCH_SMTP_PORT', '2525', 'port of the SMTP listener on 127.0.0.1; 0 picks a free one'],
  ['HARBORWATCH_MAIL_DOMAIN', 'from config', 'domain that the desk sends from and signs reply addresses for'],
  [
    'HARBORWATCH_SMTP_RELAY',
    'none',
    'smtp://[user:password@]host[:port] for outgoing mail; none keeps it in the outbox',
  ],
  ['HARBORWATCH_LOG_LEVEL', 'info', 'debug, info, warn or error'],
  ['HARBORWATCH_CONFIG', './config', 'folder with the *.yaml of users, schedules and policies'],
];

/**
 * Reads and checks the environment. An empty variable counts as absent; an unknown `HARBORWATCH_…` is refused
 * when it looks like a misspelt one of ours, and is else somebody's own (a secret that the config names).
 * @throws DomainError `env.invalid`, every problem in `details`
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): HostEnvironment {
  const given = Object.entries(env).filter(([name, value]) => name.startsWith(prefix) && value);
  const known = [...Object.keys(schema.shape), ...clientVariables];
  const details = given.flatMap(([field]) => {
    if (known.includes(field)) return [];
    const meant = closest(bare(field), known.map(bare));
    return meant === null ? [] : [{ field, message: `is no variable; did you mean ${prefix}${meant}?` }];
  });
  const parsed = schema.safeParse(Object.fromEntries(given));
  for (const issue of parsed.error?.issues ?? [])
    details.push({ field: issue.path.join('.'), message: issue.message });
  if (!parsed.success || details.length > 0)
    throw new DomainError(
      'invalid',
      'env.invalid',
      details.map(({ field, message }) => `${field}: ${message}`).join('; '),
      { details },
    );
  const values = parsed.data;
  return {
    dataFolder: values.HARBORWATCH_DATA,
    httpPort: values.HARBORWATCH_HTTP_PORT,
    smtpPort: values.HARBORWATCH_SMTP_PORT,
    mailDomain: values.HARBORWATCH_MAIL_DOMAIN ?? null,
    smtpRelay: values.HARBORWATCH_SMTP_RELAY ?? null,
    logLevel: values.HARBORWATCH_LOG_LEVEL,
    configFolder: values.HARBORWATCH_CONFIG ? resolve(values.HARBORWATCH_CONFIG) : null,
  };
}

const prefix = 'HARBORWATCH_';
const bare = (name: string): string => name.slice(prefix.length);

/** Read by the other commands, which may share a shell with `start`. */
const clientVariables = ['HARBORWATCH_URL', 'HARBORWATCH_TOKEN'];
