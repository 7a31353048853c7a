import { DomainError } from '../../../core/errors.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { download } from '../download.ts';
import { requireMessage } from '../require-message.ts';
import { route } from '../route.ts';
import { caseIdInput, messageIdInput } from '../schemas/inputs.ts';

export const getRawMessage = route({
  method: 'GET',
  path: '/api/cases/{caseId}/messages/{messageId}/raw',
  id: 'getRawMessage',
  summary: 'The original mail, byte for byte',
  access: 'read',
  params: strictShape({ caseId: caseIdInput, messageId: messageIdInput }),
  answer: { status: 200, mediaType: 'message/rfc822' },
  problems: ['message.missing', 'message.no-raw', 'blob.missing', 'download.too-large'],
  run: async ({ params }, { ports, options }) => {
    const message = await requireMessage(params, ports.store);
    if (message.rawKey === null)
      throw new DomainError('missing', 'message.no-raw', `Message ${message.id} was never a mail.`);
    const bytes = await ports.blobs.get(message.rawKey);
    const fileName = `${message.caseId}-${message.id}.eml`;
    return download({ bytes, mediaType: 'message/rfc822', fileName, inline: false }, options);
  },
});
