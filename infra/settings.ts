import type { Node } from 'constructs';
import * as z from 'zod';

const domainName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
/** What CloudWatch Logs accepts; anything else fails only while deploying. */
const logRetentions = [30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 3653];

const schema = z.strictObject({
  /** The domain whose mail the desk takes and in whose name it answers. */
  mailDomain: z.string().regex(domainName, 'give a domain name in lower case, such as help.example.com'),
  /** Begins the names of log groups and state machines, so that two desks fit into one account. */
  deskName: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,30}$/, 'give 2 to 31 lower-case letters, digits and hyphens, a letter first'),
  /** Who is told of alarms; empty: nobody by mail, the topic is there to subscribe to. */
  alarmEmail: z.union([z.literal(''), z.email('give an e-mail address, or leave it empty')]),
  logRetentionDays: z.coerce
    .number()
    .refine((days) => logRetentions.includes(days), `give one of ${logRetentions.join(', ')}`),
});
export type Settings = z.infer<typeof schema>;

/** The settings from cdk.json or `-c name=value`. @throws Error naming each wrong value and its remedy */
export function readSettings(node: Node): Settings {
  const given = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, node.tryGetContext(name)]));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(
    `These settings are missing or wrong; set them in cdk.json or with -c name=value:\n${problems.join('\n')}`,
  );
}
