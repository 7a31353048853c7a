import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
  type PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge';
import { DomainError } from '../../core/errors.ts';
import { type DeskEvent, eventSource } from '../../core/events/desk-event.ts';
import type { EventBus } from '../../ports/event-bus.ts';
import { bytesOfEntry, callsOf, mostBytes } from './put-events-calls.ts';

/** Also used against the local host, which serves the same protocol. */
export class EventBridgeBus implements EventBus {
  readonly #client: EventBridgeClient;
  readonly #busName: string;

  constructor(client: EventBridgeClient, busName: string) {
    this.#client = client;
    this.#busName = busName;
  }

  async publish(events: readonly DeskEvent[]): Promise<void> {
    const entries = events.map((event) => ({ event, entry: entryOf(event, this.#busName) }));
    const tooLarge = entries.filter(({ entry }) => bytesOfEntry(entry) > mostBytes);
    const failures: string[] = [];
    const sound = entries.filter((each) => !tooLarge.includes(each));
    // One after the other: what happened first is on the bus first, as long as nothing fails.
    for (const call of callsOf(sound)) failures.push(...(await this.#put(call)));
    if (failures.length > 0)
      throw new DomainError(
        'unavailable',
        'events.unavailable',
        `EventBridge did not take ${failures.join(', ')}; publish them again`,
      );
    if (tooLarge.length > 0)
      throw new DomainError(
        'invalid',
        'events.too-large',
        `${tooLarge.map(({ event }) => label(event)).join(', ')}: over ${mostBytes} bytes, which EventBridge takes of no event`,
      );
  }

  /** What was not taken, each with the code of its refusal. */
  async #put(call: readonly { event: DeskEvent; entry: PutEventsRequestEntry }[]): Promise<string[]> {
    const results = await this.#send(call.map(({ entry }) => entry)).catch((cause: unknown) => {
      throw translated(cause, call.map(({ event }) => label(event)).join(', '));
    });
    return call.flatMap(({ event }, at) => {
      const { EventId, ErrorCode = 'no answer' } = results[at] ?? {};
      return EventId === undefined ? [`${label(event)}: ${ErrorCode}`] : [];
    });
  }

  async #send(entries: PutEventsRequestEntry[]): Promise<readonly PutEventsResultEntry[]> {
    const { Entries = [] } = await this.#client.send(new PutEventsCommand({ Entries: entries }));
    return Entries;
  }
}

function entryOf(event: DeskEvent, busName: string): PutEventsRequestEntry {
  return {
    EventBusName: busName,
    Source: eventSource,
    DetailType: event.type,
    Time: new Date(event.time),
    Detail: JSON.stringify(event),
  };
}

function label({ id, type }: DeskEvent): string {
  return `${type} ${id}`;
}

function translated(cause: unknown, subject: string): DomainError {
  const name = cause instanceof Error ? cause.name : 'Error';
  if (name === 'AccessDeniedException')
    return new DomainError(
      'forbidden',
      'events.denied',
      `${subject}: access denied; grant events:PutEvents on the bus to this function`,
      { cause },
    );
  return new DomainError(
    'unavailable',
    'events.unavailable',
    `EventBridge did not take ${subject} (${name}); publish them again`,
    { cause },
  );
}
