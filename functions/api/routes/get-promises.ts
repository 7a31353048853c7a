import { checkPromises } from '../../../app/check-promises.ts';
import { promisesAnswer } from '../promises-answer.ts';
import { route } from '../route.ts';

export const getPromises = route({
  method: 'GET',
  path: '/api/sla/promises',
  id: 'getPromises',
  summary: 'The promises in force: calendars, ladders, policies, departments, and what is odd about them',
  access: 'read',
  answer: { status: 200, schema: 'Promises' },
  run: async (_input, { ports }) => {
    const current = await ports.config.current();
    const { problems } = await checkPromises(current.config, ports);
    return promisesAnswer(current, problems);
  },
});
