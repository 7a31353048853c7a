import { cancelPage } from '../../../app/cancel-page.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { publicPage } from '../public-page.ts';
import { route } from '../route.ts';
import { pageIdInput, proseInput } from '../schemas/inputs.ts';

export const postCancel = route({
  method: 'POST',
  path: '/api/pages/{pageId}/cancel',
  id: 'cancelPage',
  summary: 'End a page that needs no answer, with a reason',
  access: 'work',
  params: strictShape({ pageId: pageIdInput }),
  body: strictShape({ reason: proseInput(1000, 'say why nobody needs to answer this page') }),
  answer: { status: 200, schema: 'PageCancelled' },
  problems: ['page.missing', 'page.already-closed'],
  run: async ({ params, body, user }, { ports }) => {
    const page = await cancelPage({ pageId: params.pageId, userId: user.id, reason: body.reason }, ports);
    return { page: publicPage(page) };
  },
});
