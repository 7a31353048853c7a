import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ackLinkToken } from '../../../app/ack-link.ts';
import { createApi, honoPath } from '../../../functions/api/api.ts';
import { openApiDocument } from '../../../functions/api/openapi.ts';
import { routes } from '../../../functions/api/routes.ts';
import { answerSchemas } from '../../../functions/api/schemas/answers.ts';
import type { SentMail, SentMailSummary } from '../../../ports/sent-mail.ts';
import { apiClient, namedTokens } from '../../fakes/api-client.ts';
import { fakePorts, startOfTests } from '../../fakes/fake-ports.ts';
import { promisedPorts, promises } from '../../fakes/promised-ports.ts';
import { addSampleOther, sampleConsultId, sampleOtherId } from '../../fakes/sample-acts.ts';
import {
  addSampleCase,
  addSampleClocks,
  sampleCaseId,
  sampleMessageId,
  samplePageId,
  sampleRaw,
} from '../../fakes/sample-case.ts';

const summary: SentMailSummary = {
  id: 'mail-1',
  at: '2026-11-22T10:24:00.000Z',
  from: 'help@harborwatch.example',
  to: ['kim@buyer.example'],
  subject: 'Re: I cannot go on',
  state: 'kept',
  detail: null,
};
const sentMail: SentMail = { list: async () => [summary], raw: async () => sampleRaw };

const ofCase = `/api/cases/${sampleCaseId}`;
const ofMessage = `${ofCase}/messages/${sampleMessageId}`;
const ofOther = `/api/cases/${sampleOtherId}`;
const ofConsult = `${ofOther}/consults/${sampleConsultId}`;
const policyVersion = (await promisedPorts().config.current()).policies.version;
/** `as`: who may, where an agent may not. */
const calls: Readonly<Record<string, { url: string; body?: unknown; as?: string }>> = {
  getHealth: { url: '/healthz' },
  getOpenApi: { url: '/api/openapi.json' },
  getSession: { url: '/api/session' },
  getOnCall: { url: '/api/on-call' },
  listCases: { url: '/api/cases' },
  getCase: { url: ofCase },
  changeCase: { url: ofCase, body: { expectedVersion: 1, status: 'open', assignee: 'mara-lind' } },
  replyToCase: { url: `${ofCase}/replies`, body: { expectedVersion: 1, text: 'I am here.' } },
  addNote: { url: `${ofCase}/notes`, body: { text: 'called the number on file' } },
  handOverCase: { url: `${ofOther}/handover`, body: { to: 'sven-holt', note: 'waits for legal' } },
  mergeCase: {
    url: `${ofOther}/merge`,
    body: { into: sampleCaseId, expectedVersion: 1, reason: 'the same parcel' },
  },
  markSpam: { url: `${ofOther}/spam`, body: { spam: true, reason: 'sells pills' } },
  sendConsult: { url: `${ofOther}/consults`, body: { department: 'legal', text: 'May we say so?' } },
  answerConsult: { url: `${ofConsult}/answer`, body: { text: 'Yes, by telephone.' } },
  withdrawConsult: { url: `${ofConsult}/withdraw`, body: { reason: 'settled' } },
  listHandovers: { url: '/api/sla/handovers' },
  getRawMessage: { url: `${ofMessage}/raw` },
  getMessageBody: { url: `${ofMessage}/body` },
  getAttachment: { url: `${ofMessage}/attachments/0` },
  explainSla: { url: `${ofCase}/sla` },
  setDue: {
    url: `${ofCase}/clocks/first-reply/due`,
    body: { instance: 1, dueAt: '2026-11-22T12:00:00+01:00', reason: 'agreed on the phone' },
  },
  escalateCase: { url: `${ofCase}/escalations`, body: { to: { tier: 'lead' }, reason: 'a threat' } },
  listEscalations: { url: '/api/escalations' },
  acknowledgeEscalation: { url: `/api/escalations/${sampleCaseId}-E1/ack` },
  getPromises: { url: '/api/sla/promises' },
  checkPromises: { url: '/api/sla/promises/check', body: { promises } },
  publishPromises: {
    url: '/api/sla/promises',
    body: { baseVersion: 'config-1', promises, reason: 'a start' },
    as: 'sven-holt',
  },
  getPolicySet: { url: `/api/sla/policies/${policyVersion}` },
  previewRebase: { url: '/api/sla/rebase' },
  rebaseCases: {
    url: '/api/sla/rebase',
    body: { caseIds: [sampleCaseId], policyVersion, reason: 'new hours' },
    as: 'ada-root',
  },
  listHistories: { url: '/api/sla/histories?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z' },
  listPages: { url: '/api/pages?state=all' },
  acknowledgePage: { url: `/api/pages/${samplePageId}/ack` },
  cancelPage: { url: `/api/pages/${samplePageId}/cancel`, body: { reason: 'a drill' } },
  listFailedIntakes: { url: '/api/intake/failed' },
  retryFailedIntake: { url: '/api/intake/failed/retry', body: { rawKey: 'raw/bad' } },
  listOutbox: { url: '/api/outbox' },
  getSentMail: { url: '/api/outbox/mail-1' },
  showAckLink: { url: '/ack/TOKEN' },
  followAckLink: { url: '/ack/TOKEN' },
};

async function desk() {
  const client = apiClient({ sentMail, ports: promisedPorts() });
  await addSampleCase(client.ports);
  await addSampleClocks(client.ports);
  await addSampleOther(client.ports);
  await client.ports.store.saveFailedIntake({
    rawKey: 'raw/bad',
    receivedAt: '2026-11-22T10:00:00.000Z',
    failedAt: '2026-11-22T10:00:01.000Z',
    envelope: { from: 'a@b.example', to: ['help@harborwatch.example'] },
    verdicts: null,
    error: 'store.unavailable',
  });
  const token = ackLinkToken(
    { id: samplePageId, userId: 'mara-lind', expiresAt: startOfTests + 60_000 },
    client.ports.signer,
  );
  return { ...client, token };
}

describe('every route', () => {
  it.each(routes.map((route) => [route.id, route] as const))(
    '%s answers as documented',
    async (id, route) => {
      const { call, token } = await desk();
      const given = calls[id];
      if (!given) throw new Error(`${id} has no call in this test`);
      const answer = await call(route.method, given.url.replace('TOKEN', token), {
        body: given.body,
        as: given.as,
      });
      expect(answer.text.slice(0, 300)).not.toContain('urn:harborwatch:problem');
      expect(answer.status).toBe(route.answer.status);
      if ('schema' in route.answer) {
        const read = z.safeParse(answerSchemas[route.answer.schema], answer.json);
        expect(read.error?.issues ?? []).toEqual([]);
      }
    },
  );

  it.each(routes.map((route) => [route.id, route] as const))(
    '%s refuses unknown query fields and unknown body fields',
    async (id, route) => {
      const { call, token } = await desk();
      const given = calls[id];
      const url = (given?.url ?? '').replace('TOKEN', token);
      const isLink = route.path.startsWith('/ack/');
      const odd = await call(route.method, `${url}${url.includes('?') ? '&' : '?'}surprise=1`, {
        body: given?.body,
        as: given?.as,
      });
      expect(odd.status).toBe(isLink ? 200 : 400);
      if (!isLink)
        expect(odd.json).toMatchObject({ code: 'request.invalid', errors: [{ field: 'surprise' }] });
      if (route.body === null) return;
      const body = { ...(given?.body as object | undefined), surprise: 1 };
      const oddBody = await call(route.method, url, { body, as: given?.as });
      expect(oddBody.json).toMatchObject({ status: 400, errors: [{ field: 'surprise' }] });
    },
  );

  it.each(routes.filter(({ access }) => access !== 'public').map((route) => [route.id, route] as const))(
    '%s wants a token',
    async (id, route) => {
      const { call } = await desk();
      const answer = await call(route.method, calls[id]?.url ?? '', { body: calls[id]?.body, as: null });
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="harborwatch"');
    },
  );

  it.each(routes.filter(({ access }) => access !== 'public').map((route) => [route.id, route] as const))(
    '%s lets an auditor read and nothing else',
    async (id, route) => {
      const { call } = await desk();
      const answer = await call(route.method, calls[id]?.url ?? '', {
        body: calls[id]?.body,
        as: 'otto-read',
      });
      expect(answer.status).toBe(route.access === 'read' ? route.answer.status : 403);
    },
  );
});

describe('the OpenAPI document', () => {
  it('describes exactly what is served', () => {
    const app = createApi({ ports: fakePorts(), options: { tokens: namedTokens, sentMail: null } });
    const served = app.routes
      .filter(({ path }) => path !== '/*')
      .map(({ method, path }) => `${method} ${path}`)
      .toSorted();
    const paths = openApiDocument()['paths'] as Record<string, Record<string, unknown>>;
    const described = Object.entries(paths)
      .flatMap(([path, item]) =>
        Object.keys(item).map((method) => `${method.toUpperCase()} ${honoPath(path)}`),
      )
      .toSorted();
    expect(described).toEqual(served);
    expect(served.length).toBe(routes.length);
  });

  it('names each operation once and each path parameter', () => {
    const ids = routes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const paths = openApiDocument()['paths'] as Record<
      string,
      Record<string, { parameters: { name: string; in: string; required: boolean }[] }>
    >;
    for (const [path, item] of Object.entries(paths))
      for (const operation of Object.values(item)) {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
        const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
        expect(declared.map(({ name }) => name)).toEqual(inPath);
        expect(declared.every(({ required }) => required)).toBe(true);
      }
  });

  it.each(
    routes
      .filter(({ example }) => 'body' in example || 'answer' in example)
      .map((route) => [route.id, route] as const),
  )('gives examples of %s that it would take and answer itself', (_, { example, body, answer }) => {
    if (example.body !== undefined && body !== null)
      expect(z.safeParse(body, example.body).error?.issues ?? []).toEqual([]);
    if (example.answer !== undefined && 'schema' in answer)
      expect(z.safeParse(answerSchemas[answer.schema], example.answer).error?.issues ?? []).toEqual([]);
    expect(JSON.stringify(openApiDocument())).toContain(JSON.stringify(example.body ?? example.answer));
  });

  it('refers only to what it holds', () => {
    const document = openApiDocument();
    const text = JSON.stringify(document);
    for (const [, kind = '', name = ''] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)) {
      const components = document['components'] as Record<string, Record<string, unknown>>;
      expect(components[kind]?.[name]).toBeDefined();
    }
    expect(document.openapi).toBe('3.1.0');
    expect(text).not.toContain('readOnly');
  });
});
