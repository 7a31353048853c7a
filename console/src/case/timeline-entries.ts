import type { CaseEvent, CaseEventType } from '../../../core/case/case-event.ts';
import type { Message } from '../../../core/case/message.ts';
import type { SlaRecord } from '../../../core/sla/sla-record.ts';

export type TimelineEntry =
  | {
      readonly kind: 'message';
      readonly at: string;
      readonly key: string;
      readonly message: Message;
      readonly why: string | null;
    }
  | { readonly kind: 'event'; readonly at: string; readonly key: string; readonly event: CaseEvent }
  | { readonly kind: 'promise'; readonly at: string; readonly key: string; readonly record: SlaRecord };

/** Events that a message on the timeline already tells. */
const toldByMessage: ReadonlySet<CaseEventType> = new Set<CaseEventType>([
  'message.received.v1',
  'message.sent.v1',
  'note.added.v1',
  'consult.sent.v1',
]);

/** The opening of the case, then all in time order; of one instant: messages, then what followed, then the promises. */
export function timelineEntries(
  messages: readonly Message[],
  events: readonly CaseEvent[],
  slaLog: readonly SlaRecord[] = [],
): readonly TimelineEntry[] {
  const whys = new Map(
    events.flatMap((event) =>
      event.type === 'message.received.v1' ? [[event.data.messageId, event.data.why] as const] : [],
    ),
  );
  const ids = new Set(messages.map(({ id }) => id));
  const answered = new Set(messages.map(({ kind, consultId }) => (kind === 'note' ? consultId : undefined)));
  const isTold = (event: CaseEvent) =>
    event.type === 'consult.answered.v1'
      ? answered.has(event.data.consultId)
      : toldByMessage.has(event.type) && ids.has(messageIdOf(event) ?? '');
  const entries: TimelineEntry[] = [
    ...messages.map((message) => ({
      kind: 'message' as const,
      at: message.at,
      key: message.id,
      message,
      why: whys.get(message.id) ?? null,
    })),
    ...events
      .filter((event) => !isTold(event))
      .map((event) => ({ kind: 'event' as const, at: event.at, key: `event-${event.seq}`, event })),
    // The log only grows, so a place in it names a record for good.
    ...slaLog.map((record, place) => ({
      kind: 'promise' as const,
      at: record.at,
      key: `promise-${place}`,
      record,
    })),
  ];
  return entries.toSorted(
    (a, b) => opens(a) - opens(b) || a.at.localeCompare(b.at) || rank(a) - rank(b) || seq(a) - seq(b),
  );
}

function messageIdOf(event: CaseEvent): string | null {
  if (event.type === 'consult.sent.v1') return event.data.consultId;
  return 'messageId' in event.data ? event.data.messageId : null;
}

/** The case is opened an instant after its first mail was received; it reads the other way round. */
function opens(entry: TimelineEntry): number {
  return entry.kind === 'event' && entry.event.type === 'case.created.v1' ? 0 : 1;
}

function rank(entry: TimelineEntry): number {
  return { message: 0, event: 1, promise: 2 }[entry.kind];
}

function seq(entry: TimelineEntry): number {
  return entry.kind === 'event' ? entry.event.seq : 0;
}
