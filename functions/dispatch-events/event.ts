import * as z from 'zod/mini';
import { deskEventSchema } from '../../core/events/desk-event.ts';
import type { OutboxItem } from '../../core/outbox/outbox-item.ts';
import { clockNames } from '../../core/sla/clock-name.ts';

const effect = z.discriminatedUnion('type', [
  z.object({ type: z.literal('page.opened'), pageId: z.string() }),
  z.object({
    type: z.literal('page.closed'),
    pageId: z.string(),
    taskToken: z.nullable(z.string()),
    outcome: z.string(),
  }),
  z.object({ type: z.literal('mail.queued'), messageId: z.string() }),
  z.object({
    type: z.literal('page-mail.queued'),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    pageId: z.string(),
  }),
  z.object({
    type: z.literal('clocks.armed'),
    starts: z.array(
      z.object({ clock: z.enum(clockNames), instance: z.int(), epoch: z.int(), at: z.string() }),
    ),
  }),
  z.object({ type: z.literal('clocks.behind') }),
  z.object({ type: z.literal('escalation.opened'), escalationId: z.string() }),
  z.object({
    type: z.literal('escalation.moved'),
    escalationId: z.string(),
    taskToken: z.nullable(z.string()),
  }),
  z.object({
    type: z.literal('escalation.closed'),
    escalationId: z.string(),
    taskToken: z.nullable(z.string()),
    outcome: z.string(),
  }),
  z.object({ type: z.literal('events.recorded'), events: z.array(deskEventSchema) }),
  z.object({ type: z.literal('case.changed'), version: z.number() }),
]);
const outboxItem = z.object({ id: z.string(), at: z.string(), caseId: z.string(), effect });

const streamEvent = z.object({
  Records: z.array(
    z.object({
      eventName: z.literal('INSERT'),
      dynamodb: z.object({
        SequenceNumber: z.string(),
        NewImage: z.object({
          entity: z.object({ S: z.literal('outbox') }),
          data: z.object({ S: z.string() }),
        }),
      }),
    }),
  ),
});

export interface OutboxRecord {
  readonly sequenceNumber: string;
  /** Null when this code cannot read it: it must not keep the others of its batch, a page perhaps, from being done. */
  readonly item: OutboxItem | null;
  readonly error: unknown;
}

/** The outbox items of a batch of the table's stream. Throws for an event that is no such batch. */
export function readStreamEvent(event: unknown): OutboxRecord[] {
  return streamEvent
    .parse(event)
    .Records.map(({ dynamodb }) => readRecord(dynamodb.SequenceNumber, dynamodb.NewImage.data.S));
}

function readRecord(sequenceNumber: string, data: string): OutboxRecord {
  try {
    return { sequenceNumber, item: outboxItem.parse(JSON.parse(data)), error: null };
  } catch (error) {
    return { sequenceNumber, item: null, error };
  }
}

/** The stream event that these items give: what the single-machine host feeds the same handler. */
export function streamEventOf(items: readonly OutboxItem[]): unknown {
  return {
    Records: items.map((item) => ({
      eventID: item.id,
      eventName: 'INSERT',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'local',
      dynamodb: {
        SequenceNumber: item.id,
        StreamViewType: 'NEW_IMAGE',
        NewImage: { entity: { S: 'outbox' }, data: { S: JSON.stringify(item) } },
      },
    })),
  };
}
