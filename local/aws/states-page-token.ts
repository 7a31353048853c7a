import { z } from 'zod';
import { StatesFault } from './states-fault.ts';

const envelope = z.object({ about: z.string(), cursor: z.unknown() });

/** `about` ties a token to the request that it continues, as Step Functions refuses it with any other. */
export function writePageToken(about: string, cursor: unknown): string {
  return Buffer.from(JSON.stringify({ about, cursor })).toString('base64url');
}

export function readPageToken<Schema extends z.ZodType>(
  about: string,
  schema: Schema,
  token: string | undefined,
): z.infer<Schema> | undefined {
  if (token === undefined) return undefined;
  const parsed = envelope.safeParse(decode(token));
  if (!parsed.success || parsed.data.about !== about) throw invalid();
  const cursor = schema.safeParse(parsed.data.cursor);
  if (cursor.success) return cursor.data;
  throw invalid();
}

function decode(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch (cause) {
    throw Object.assign(invalid(), { cause });
  }
}

function invalid(): StatesFault {
  return new StatesFault('InvalidToken', "Invalid Token: 'nextToken' does not continue this request");
}
