import { deskAddress } from '../../../app/desk-address.ts';
import { categories } from '../../../core/case/category.ts';
import { priorities } from '../../../core/case/priority.ts';
import { statuses } from '../../../core/case/status.ts';
import { namedRefs } from '../named-refs.ts';
import { route } from '../route.ts';

export const getSession = route({
  method: 'GET',
  path: '/api/session',
  id: 'getSession',
  summary: 'Who you are, and what this desk calls things',
  access: 'read',
  answer: { status: 200, schema: 'Session' },
  run: async ({ user }, { ports, options }) => {
    const { config } = await ports.config.current();
    return {
      user,
      desk: {
        name: config.desk.name,
        mailDomain: ports.mailDomain,
        supportAddress: deskAddress(config, ports).address,
      },
      users: config.users.map(({ id, name }) => ({ id, name })),
      departments: namedRefs(config.departments),
      features: { outbox: options.sentMail !== null },
      vocabulary: { statuses, priorities, categories },
    };
  },
});
