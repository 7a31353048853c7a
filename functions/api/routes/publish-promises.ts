import { checkPromises } from '../../../app/check-promises.ts';
import { publishPromises } from '../../../app/publish-promises.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { promisesAnswer } from '../promises-answer.ts';
import { promisesExample } from '../promises-example.ts';
import { route } from '../route.ts';
import { configVersionInput, proseInput } from '../schemas/inputs.ts';
import { writtenPromises } from '../written-promises.ts';

export const putPromises = route({
  method: 'PUT',
  path: '/api/sla/promises',
  id: 'publishPromises',
  summary: 'Publish other promises for cases to come; open ones stay with theirs until they are re-based',
  access: 'lead',
  body: strictShape({
    baseVersion: configVersionInput,
    promises: writtenPromises,
    reason: proseInput(1000, 'say why the promises change'),
  }),
  answer: { status: 200, schema: 'Promises' },
  problems: ['config.version-conflict', 'config.invalid', 'auth.role-needed'],
  example: {
    body: {
      baseVersion: '24b03d8e83350a7fae3fa291bbf7b91dc23ce903f403613e21bad0d0d4a1acd6',
      promises: promisesExample,
      reason: 'four hours for a first answer',
    },
  },
  run: async ({ body, user }, { ports }) => {
    const published = await publishPromises({ ...body, userId: user.id }, ports);
    const { problems } = await checkPromises(published.config, ports);
    return promisesAnswer(published, problems);
  },
});
