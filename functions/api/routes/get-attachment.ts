import type { Message, StoredAttachment } from '../../../core/case/message.ts';
import { DomainError } from '../../../core/errors.ts';
import type { Ports } from '../../../ports/ports.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { download } from '../download.ts';
import { requireMessage } from '../require-message.ts';
import { route } from '../route.ts';
import { attachmentIdInput, caseIdInput, messageIdInput } from '../schemas/inputs.ts';

/** Pictures that browsers decode without running anything in them (unlike SVG). */
const shownInline = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export const getAttachment = route({
  method: 'GET',
  path: '/api/cases/{caseId}/messages/{messageId}/attachments/{attachmentId}',
  id: 'getAttachment',
  summary: 'An attachment; only png, jpeg, gif and webp are shown inline',
  access: 'read',
  params: strictShape({ caseId: caseIdInput, messageId: messageIdInput, attachmentId: attachmentIdInput }),
  answer: { status: 200, mediaType: 'application/octet-stream' },
  problems: [
    'message.missing',
    'attachment.missing',
    'attachment.quarantined',
    'blob.missing',
    'download.too-large',
  ],
  run: async ({ params }, { ports, options }) => {
    const message = await requireMessage(params, ports.store);
    const attachment = requireAttachment(message, params.attachmentId);
    const { content, sniffedType } = await contentOf(message, attachment, ports);
    // What the bytes are decides, not what the sender calls them.
    const inline = shownInline.has(sniffedType);
    const mediaType = inline ? sniffedType : 'application/octet-stream';
    return download({ bytes: content, mediaType, fileName: attachment.name, inline }, options);
  },
});

function requireAttachment(message: Message, id: string): StoredAttachment {
  const attachment = message.attachments.find((candidate) => candidate.id === id);
  if (!attachment)
    throw new DomainError('missing', 'attachment.missing', `Message ${message.id} has no attachment ${id}.`);
  if (attachment.state === 'quarantined')
    throw new DomainError(
      'forbidden',
      'attachment.quarantined',
      `This attachment is quarantined: ${attachment.reason ?? 'its type is blocked'}. The raw mail still holds it.`,
    );
  return attachment;
}

/** The raw mail is the evidence and the only copy: the attachment is cut from it, and its hash proves it. */
async function contentOf(
  message: Message,
  attachment: StoredAttachment,
  ports: Pick<Ports, 'blobs' | 'mimeReader'>,
): Promise<{ content: Uint8Array; sniffedType: string }> {
  if (message.rawKey === null)
    throw new DomainError('missing', 'message.no-raw', `Message ${message.id} was never a mail.`);
  const { attachments } = await ports.mimeReader.parse(await ports.blobs.get(message.rawKey));
  const found =
    attachments[Number(attachment.id)]?.sha256 === attachment.sha256
      ? attachments[Number(attachment.id)]
      : attachments.find(({ sha256 }) => sha256 === attachment.sha256);
  if (found) return found;
  throw new DomainError(
    'missing',
    'attachment.missing',
    `Attachment ${attachment.id} is not in the raw mail of message ${message.id} any more.`,
  );
}
