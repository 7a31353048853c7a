import * as z from 'zod/mini';
import { retryIntake } from '../../../app/retry-intake.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { route } from '../route.ts';

const remedy = 'give the rawKey of a failed mail, as the list shows it';

export const retryFailedIntake = route({
  method: 'POST',
  path: '/api/intake/failed/retry',
  id: 'retryFailedIntake',
  summary: 'Send a failed mail through the intake again',
  access: 'work',
  body: strictShape({
    rawKey: z
      .string({ error: remedy })
      .check(z.minLength(1, { error: remedy }), z.maxLength(1024, { error: remedy })),
  }),
  answer: { status: 202, nothing: true },
  problems: ['intake.not-failed'],
  run: async ({ body }, { ports }) => retryIntake({ rawKey: body.rawKey }, ports),
});
