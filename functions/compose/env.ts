import * as z from 'zod/mini';

/**
 * What each group of ports asks of the environment. A Lambda's `env.ts` joins those of its ports and no more;
 * infra gives exactly these, by the schema's type.
 */
export const tableEnv = z.object({ TABLE_NAME: z.string() });
export const bucketEnv = z.object({ MAIL_BUCKET: z.string() });
export const intakeQueueEnv = z.object({
  INTAKE_QUEUE_URL: z.string(),
  MAIL_BUCKET: z.string(),
  /** Where raw mail lies in the bucket, with a trailing slash. */
  RAW_KEY_PREFIX: z.string(),
  MAIL_TOPIC_ARN: z.string(),
});
/** `arn:aws:states:<region>:<account>:stateMachine:<prefix>`; the workflow's name completes it. */
export const workflowsEnv = z.object({ STATE_MACHINE_ARN_PREFIX: z.string() });
/** `https://<api>.execute-api.<region>.amazonaws.com/<stage>` */
export const pushEnv = z.object({ SOCKET_ENDPOINT: z.string() });
/** The bus of the stack, on which other systems hear what happens to promises. */
export const eventBusEnv = z.object({ EVENT_BUS_NAME: z.string() });
export const publicUrlEnv = z.object({ PUBLIC_URL: z.string() });
export const mailDomainEnv = z.object({ MAIL_DOMAIN: z.string() });
/** In Secrets Manager: at least 32 random characters that sign addresses and links. */
export const signerEnv = z.object({ SIGNING_KEY_SECRET_ID: z.string() });
export const signInEnv = z.object({
  USER_POOL_ID: z.string(),
  USER_POOL_CLIENT_ID: z.string(),
  /** Lambda gives it to every function. */
  AWS_REGION: z.string(),
});

/** Reads an environment by its schema; throws at cold start, naming what is missing. */
export function readEnv<Schema extends z.ZodMiniType>(schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join('.'));
  throw new Error(`this function's environment lacks or misstates: ${names.join(', ')}`);
}
