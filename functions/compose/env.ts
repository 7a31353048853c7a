import * as z from 'zod/mini';

/** The environment of every Lambda that composes ports; infra gives exactly these, by this schema's type. */
export const deskEnv = z.object({
  TABLE_NAME: z.string(),
  MAIL_BUCKET: z.string(),
  /** Where raw mail lies in the bucket, with a trailing slash. */
  RAW_KEY_PREFIX: z.string(),
  MAIL_TOPIC_ARN: z.string(),
  INTAKE_QUEUE_URL: z.string(),
  /** `arn:aws:states:<region>:<account>:stateMachine:<prefix>`; the workflow's name completes it. */
  STATE_MACHINE_ARN_PREFIX: z.string(),
  /** `https://<api>.execute-api.<region>.amazonaws.com/<stage>` */
  SOCKET_ENDPOINT: z.string(),
  PUBLIC_URL: z.string(),
  MAIL_DOMAIN: z.string(),
  /** Secrets Manager: 32 random bytes, base64, that sign addresses and links. */
  SIGNING_KEY_SECRET_ID: z.string(),
});
export type DeskEnv = z.infer<typeof deskEnv>;

/** What sign-in needs beside it. */
export const signInEnv = z.object({
  USER_POOL_ID: z.string(),
  USER_POOL_CLIENT_ID: z.string(),
  AWS_REGION: z.string(),
});
export type SignInEnv = z.infer<typeof signInEnv>;

/** Reads an environment by its schema; throws at cold start, naming what is missing. */
export function readEnv<Schema extends z.ZodMiniType>(schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join('.'));
  throw new Error(`this function's environment lacks or misstates: ${names.join(', ')}`);
}
