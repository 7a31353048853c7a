import { inlineTextLimit, type Message } from '../core/case/message.ts';
import type { Instant } from '../core/time/instant.ts';
import type { Ports } from '../ports/ports.ts';

/** A message that an agent writes, with a long body put aside in the blob store. */
export async function agentMessage(
  input: {
    caseId: string;
    userId: string;
    text: string;
    kind: 'outbound' | 'note';
    at: Instant;
    subject: string;
  },
  ports: Pick<Ports, 'blobs' | 'ids'>,
): Promise<Message> {
  const id = ports.ids.ulid();
  const body = await storeBody(
    { caseId: input.caseId, messageId: id, text: input.text, reply: input.text, quoted: '', html: null },
    ports,
  );
  return {
    caseId: input.caseId,
    id,
    kind: input.kind,
    at: input.at,
    author: { kind: 'agent', userId: input.userId },
    from: null,
    to: [],
    cc: [],
    subject: input.subject,
    ...body,
    attachments: [],
    rawKey: null,
    rfcMessageId: null,
    inReplyTo: null,
    references: [],
    verdict: null,
    automated: null,
    isPrivate: input.kind === 'note',
    problems: [],
    delivery: null,
  };
}

export interface Body {
  readonly text: string;
  readonly reply: string;
  readonly quoted: string;
  readonly html: string | null;
}

/** The inline part of a body, and the key of the whole when it did not fit or has HTML worth keeping. */
export async function storeBody(
  body: Body & { caseId: string; messageId: string },
  ports: Pick<Ports, 'blobs'>,
): Promise<Pick<Message, 'text' | 'reply' | 'quoted' | 'bodyKey'>> {
  const { text, reply, quoted, html } = body;
  const isLong = [text, reply, quoted].some((part) => part.length > inlineTextLimit);
  if (!isLong) return { text, reply, quoted, bodyKey: null };
  const bodyKey = `bodies/${body.caseId}/${body.messageId}.json`;
  const whole = new TextEncoder().encode(JSON.stringify({ text, reply, quoted, html } satisfies Body));
  await ports.blobs.put(bodyKey, whole, 'application/json');
  return { text: clip(text), reply: clip(reply), quoted: clip(quoted), bodyKey };
}

function clip(text: string): string {
  return text.length <= inlineTextLimit ? text : text.slice(0, inlineTextLimit);
}
