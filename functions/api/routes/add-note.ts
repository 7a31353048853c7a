import { addNote } from '../../../app/add-note.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { route } from '../route.ts';
import { caseIdInput, proseInput } from '../schemas/inputs.ts';

export const postNote = route({
  method: 'POST',
  path: '/api/cases/{caseId}/notes',
  id: 'addNote',
  summary: 'Write an internal note, which only agents see',
  access: 'work',
  params: strictShape({ caseId: caseIdInput }),
  body: strictShape({ text: proseInput(200_000, 'write something before you save the note') }),
  answer: { status: 201, schema: 'MessageAdded' },
  problems: ['case.missing'],
  run: async ({ params, body, user }, { ports }) =>
    addNote({ caseId: params.caseId, userId: user.id, text: body.text }, ports),
});
