import * as z from 'zod/mini';
import { changeCase } from '../../../app/change-case.ts';
import { strictShape } from '../../http/strict-shape.ts';
import { explainConflict } from '../explain-conflict.ts';
import { route } from '../route.ts';
import {
  caseIdInput,
  categoryInput,
  expectedVersionInput,
  priorityInput,
  proseInput,
  statusInput,
  tagsInput,
  userIdInput,
} from '../schemas/inputs.ts';

const somethingToChange = 'change at least one of status, priority, category, assignee and tags';

export const patchCase = route({
  method: 'PATCH',
  path: '/api/cases/{caseId}',
  id: 'changeCase',
  summary: 'Change status, priority, category, assignee or tags of a case',
  access: 'work',
  params: strictShape({ caseId: caseIdInput }),
  body: strictShape({
    expectedVersion: expectedVersionInput,
    status: z.optional(statusInput),
    priority: z.optional(priorityInput),
    category: z.optional(categoryInput),
    assignee: z.optional(z.nullable(userIdInput)),
    tags: z.optional(tagsInput),
    reason: z.optional(proseInput(1000, 'say why, or leave reason out')),
  }).check(
    z.refine(
      (body) =>
        [body.status, body.priority, body.category, body.assignee, body.tags].some(
          (value) => value !== undefined,
        ),
      { error: somethingToChange },
    ),
  ),
  answer: { status: 200, schema: 'CaseChanged' },
  problems: [
    'case.missing',
    'case.version-conflict',
    'case.reason-needed',
    'case.open-page',
    'case.unknown-assignee',
    'case.tags',
    'case.merged',
    'case.spam',
  ],
  run: async ({ params, body, user }, { ports }) => {
    const { expectedVersion, status, priority, category, assignee, tags, reason } = body;
    const change = {
      ...(status === undefined ? {} : { status }),
      ...(priority === undefined ? {} : { priority }),
      ...(category === undefined ? {} : { category }),
      ...(assignee === undefined ? {} : { assignee }),
      ...(tags === undefined ? {} : { tags }),
    };
    const input = { caseId: params.caseId, expectedVersion, userId: user.id, change, reason: reason ?? null };
    return { case: await explainConflict(input, ports, () => changeCase(input, ports)) };
  },
});
