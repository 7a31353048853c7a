import { checkPromises } from '../../../app/check-promises.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { promisesExample } from '../promises-example.ts';
import { route } from '../route.ts';
import { writtenPromises } from '../written-promises.ts';

export const postPromisesCheck = route({
  method: 'POST',
  path: '/api/sla/promises/check',
  id: 'checkPromises',
  summary:
    'What publishing these promises would be refused for, and what it would be warned of; publishes nothing',
  access: 'read',
  body: strictShape({ promises: writtenPromises }),
  answer: { status: 200, schema: 'PromisesChecked' },
  example: {
    body: { promises: promisesExample },
    answer: {
      problems: [
        {
          severity: 'error',
          field: 'policies[0].calendar',
          message: 'there is no calendar "ofice"; did you mean "office"?',
        },
      ],
    },
  },
  run: async ({ body }, { ports }) => {
    const { problems } = await checkPromises(body.promises, ports);
    return { problems };
  },
});
