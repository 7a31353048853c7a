import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { EventFile } from '../events/event-file.ts';
import { EventsFault } from './events-fault.ts';

/** docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const mostEntries = 10;
const mostBytes = 256 * 1024;
const bytesOfTime = 14;

export interface EventsContext {
  readonly file: EventFile;
  /** The only bus there is, beside AWS's own `default`, which nobody follows here. */
  readonly busName: string;
  readonly region: string;
  readonly account: string;
  readonly clock: Clock;
  /** Lets a test meet an entry that the service refuses; null for none. */
  readonly nextRefusal?: () => Refusal | null;
}

export interface Refusal {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}

const entrySchema = z.object({
  EventBusName: z.string().min(1).max(1600).default('default'),
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  Resources: z.array(z.string()).default([]),
  /** Epoch seconds. */
  Time: z.number().optional(),
});
type Entry = z.infer<typeof entrySchema>;

const inputSchema = z.object({ Entries: z.array(entrySchema) });

/**
 * Takes events as EventBridge does: one that it refuses says so in its own place of the answer and keeps no
 * other back; one for a bus that does not exist gets an id, and is lost. What is taken is written as a rule's
 * target would get it.
 */
export async function putEvents(input: unknown, context: EventsContext): Promise<object> {
  const { Entries } = checked(input);
  const answers = Entries.map((entry) => {
    const refusal = refusalOf(entry) ?? context.nextRefusal?.() ?? null;
    return refusal === null ? { EventId: randomUUID() } : refusal;
  });
  const delivered = Entries.flatMap((entry, at) => {
    const answer = answers[at];
    const isTaken = answer !== undefined && 'EventId' in answer;
    return isTaken && isOurBus(entry, context) ? [deliveredAs(answer.EventId, entry, context)] : [];
  });
  if (delivered.length > 0) await context.file.append(delivered);
  return {
    FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length,
    Entries: answers,
  };
}

function checked(input: unknown): z.infer<typeof inputSchema> {
  const parsed = inputSchema.safeParse(input);
  if (!parsed.success) {
    const { path = [], message = '' } = parsed.error.issues[0] ?? {};
    throw new EventsFault('ValidationException', `Value at '${path.join('.')}' is invalid: ${message}`);
  }
  const { length } = parsed.data.Entries;
  if (length === 0 || length > mostEntries)
    throw new EventsFault(
      'ValidationException',
      `1 validation error detected: Value '[PutEventsRequestEntry]' at 'entries' failed to satisfy constraint: Member must have length ${length === 0 ? 'greater than or equal to 1' : `less than or equal to ${mostEntries}`}`,
    );
  const bytes = parsed.data.Entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
  if (bytes > mostBytes)
    throw new EventsFault(
      'ValidationException',
      'Total size of the entries in the request is over the limit.',
    );
  return parsed.data;
}

function bytesOf({ Source = '', DetailType = '', Detail = '', Resources, Time }: Entry): number {
  const texts = [Source, DetailType, Detail, ...Resources].map((text) => Buffer.byteLength(text));
  return texts.reduce((sum, bytes) => sum + bytes, Time === undefined ? 0 : bytesOfTime);
}

function refusalOf(entry: Entry): Refusal | null {
  for (const name of ['Source', 'DetailType', 'Detail'] as const)
    if (!entry[name])
      return {
        ErrorCode: 'InvalidArgument',
        ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
      };
  if (entry.Source?.startsWith('aws.'))
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
  return isJsonObject(entry.Detail ?? '')
    ? null
    : { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** A bus goes by its name or its ARN. */
function isOurBus({ EventBusName }: Entry, { busName, region, account }: EventsContext): boolean {
  return (
    EventBusName === busName || EventBusName === `arn:aws:events:${region}:${account}:event-bus/${busName}`
  );
}

function deliveredAs(id: string, entry: Entry, { account, region, clock }: EventsContext): object {
  const atMs = entry.Time === undefined ? clock.now() : entry.Time * 1_000;
  return {
    version: '0',
    id,
    'detail-type': entry.DetailType,
    source: entry.Source,
    account,
    // To the second, as EventBridge writes it; the detail has the milliseconds.
    time: `${new Date(Math.floor(atMs / 1_000) * 1_000).toISOString().slice(0, 19)}Z`,
    region,
    resources: entry.Resources,
    detail: JSON.parse(entry.Detail ?? '{}') as unknown,
  };
}
