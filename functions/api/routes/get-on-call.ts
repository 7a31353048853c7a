import { whoIsOnCall } from '../../../app/who-is-on-call.ts';
import { nameOfUser } from '../desk-user.ts';
import { route } from '../route.ts';

export const getOnCall = route({
  method: 'GET',
  path: '/api/on-call',
  id: 'getOnCall',
  summary: 'Who would be paged now, step by step',
  access: 'read',
  answer: { status: 200, schema: 'OnCall' },
  run: async (_input, { ports }) => {
    const [{ config }, { policy, steps }] = await Promise.all([ports.config.current(), whoIsOnCall(ports)]);
    return {
      policy: { id: policy.id, name: policy.name },
      steps: steps.map(({ users, why, waitSeconds }) => ({
        users: users.map((id) => ({ id, name: nameOfUser(id, config) })),
        why,
        waitSeconds,
      })),
    };
  },
});
