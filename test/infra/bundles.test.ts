import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toSesNotification } from '../../adapters/ses/ses-notification.ts';
import { openApiDocument } from '../../functions/api/openapi.ts';
import { streamEventOf } from '../../functions/dispatch-events/event.ts';
import { type Bundle, bundleFunctions, lambdaNames } from '../../infra/bundle.ts';
import { bucketName } from '../../local/local-services.ts';
import { sampleEvents } from '../unit/events/sample-events.ts';
import { type LambdaBed, mailDomain, startLambdaBed } from './lambda-bed.ts';

const budgetBytes = 1_000_000;
const folder = mkdtempSync(join(tmpdir(), 'harborwatch-bundles-'));
let bundles: Bundle[];
let bed: LambdaBed;

beforeAll(async () => {
  bundles = await bundleFunctions(folder);
  bed = await startLambdaBed(folder);
});

afterAll(async () => {
  await bed[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

function bundleOf(name: string): Bundle {
  const found = bundles.find((bundle) => bundle.name === name);
  if (!found) throw new Error(`${name} is not bundled`);
  return found;
}

function intakeBody(rawKey: string): string {
  return toSesNotification({
    rawKey,
    receivedAt: Date.now(),
    envelope: { from: 'writer@example.net', to: [`help@${mailDomain}`] },
    verdicts: null,
    sesMessageId: 'ses-1',
    bucketName,
    objectKeyPrefix: 'raw/',
    topicArn: 'arn:aws:sns:us-east-1:000000000000:mail',
    processingTimeMs: 1,
    rawPrefix: null,
  });
}

function sqsEvent(bodies: Readonly<Record<string, string>>): unknown {
  return {
    Records: Object.entries(bodies).map(([messageId, body]) => ({
      messageId,
      body,
      attributes: { ApproximateReceiveCount: '1' },
    })),
  };
}

function httpEvent(path: string): unknown {
  return {
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers: {},
    requestContext: { requestId: 'r-1', http: { method: 'GET', path } },
    isBase64Encoded: false,
  };
}

describe('each Lambda', () => {
  it.each(lambdaNames())('%s stays under a megabyte and starts with nothing but loopback', async (name) => {
    const { size } = bundleOf(name);
    const { importMs } = await bed.invoke(name, null);
    console.log(`${name}: ${(size / 1024).toFixed(0)} KB, module init ${importMs.toFixed(0)} ms`);
    expect(size).toBeLessThan(budgetBytes);
  });

  it.each(lambdaNames())(
    '%s holds no credentials, no source maps and no other way to credentials',
    (name) => {
      const code = readFileSync(join(folder, name, 'index.mjs'), 'utf8');
      expect(code).not.toMatch(/sourceMappingURL=data:/);
      expect(code).not.toContain('credential_process');
      expect(code).not.toContain('sso_session');
    },
  );
});

describe('the start of a Lambda', () => {
  // Those who check tokens fetch the keys that signed them.
  const fetching = ['api', 'console-socket'];

  it.each(lambdaNames())('%s loads no more of Node than it uses', async (name) => {
    const { loadedFetch } = await bed.invoke(name, null);
    expect(loadedFetch).toBe(fetching.includes(name));
  });
});

describe('what no Lambda may use, for it is left out', () => {
  const unused = [
    // Would ask the cache of endpoints.
    /endpointDiscoveryMiddleware/,
    // The only requests that answer with event streams, or are made of them.
    /SelectObjectContentCommand/,
    // Would make JSON Schema at run time.
    /functions\/api\/schemas\/answers\.ts$/,
  ];

  it.each(lambdaNames())('%s has none of it', (name) => {
    const { sources } = bundleOf(name);
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter((file) => unused.some((pattern) => pattern.test(file)))).toEqual([]);
  });
});

describe('the bundles together', () => {
  it('make a case of a mail, page on a person at risk, and promise nothing that is not carried out', async () => {
    const raw = readFileSync(join(import.meta.dirname, '../../samples/05-self-harm-direct.eml'));
    await bed.services.blobs.put('raw/at-risk', raw, 'message/rfc822');
    const received = await bed.invoke(
      'receive-email',
      sqsEvent({
        good: intakeBody('raw/at-risk'),
        odd: '{"not":"a notification"}',
        lost: intakeBody('raw/none'),
      }),
    );
    // Only what failed comes back; the mail beside it is done.
    expect(received.result).toEqual({
      batchItemFailures: [{ itemIdentifier: 'odd' }, { itemIdentifier: 'lost' }],
    });
    expect(received.output).not.toContain('kill myself');

    const { items: pages } = await bed.store.listOpenPages({ limit: 10 });
    expect(pages).toHaveLength(1);
    await expect
      .poll(async () => (await bed.store.getPage(pages[0]?.id ?? ''))?.taskToken ?? null, { timeout: 20_000 })
      .not.toBeNull();
    const [mail] = await bed.services.sent.list(10);
    expect(mail?.to).toEqual(['ana@staff.example']);

    const items = await bed.store.listOutbox(50);
    expect(items.length).toBeGreaterThan(1);
    const dispatched = await bed.invoke('dispatch-events', streamEventOf(items));
    expect(dispatched.result).toEqual({ batchItemFailures: [] });
  });

  it('name the failed records of a stream by sequence number', async () => {
    const at = new Date().toISOString();
    const items = [
      { id: 'seq-1', at, caseId: 'HW-00000000', effect: { type: 'case.changed', version: 1 } },
      {
        id: 'seq-2',
        at,
        caseId: 'HW-00000000',
        effect: { type: 'page.closed', pageId: 'HW-00000000-P1', taskToken: null, outcome: 'acknowledged' },
      },
    ] as const;
    const { result } = await bed.invoke('dispatch-events', streamEventOf(items));
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: 'seq-2' }] });
  });

  it('tell other systems what happens to promises', async () => {
    const at = new Date().toISOString();
    const events = Object.values(sampleEvents);
    const item = {
      id: 'seq-3',
      at,
      caseId: 'HW-7K3M9QZX',
      effect: { type: 'events.recorded', events },
    } as const;
    const { result } = await bed.invoke('dispatch-events', streamEventOf([item]));
    expect(result).toEqual({ batchItemFailures: [] });
    const lines = readFileSync(bed.services.events.path, 'utf8').trimEnd().split('\n');
    const delivered = lines.map((line) => JSON.parse(line) as { source: string; detail: unknown });
    expect(delivered.map(({ detail }) => detail)).toEqual(events);
    expect(delivered[0]?.source).toBe('harborwatch');
  });

  it('look after open pages and clocks', async () => {
    const { result } = await bed.invoke('redrive-pages', { 'detail-type': 'Scheduled Event' });
    expect(result).toEqual({ redriven: 0 });
    const swept = await bed.invoke('sweep-clocks', { 'detail-type': 'Scheduled Event' });
    expect(swept.result).toEqual({ handled: 0, failed: 0, handovers: 0 });
  });

  it('describe the API as the code from which they are made does', async () => {
    const { result } = await bed.invoke('api', httpEvent('/api/openapi.json'));
    const { statusCode, body } = result as { statusCode: number; body: string };
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
  });

  it('answer over HTTP and over the socket', async () => {
    expect(await bed.invoke('api', httpEvent('/healthz'))).toMatchObject({ result: { statusCode: 200 } });
    expect(await bed.invoke('api', httpEvent('/api/session'))).toMatchObject({ result: { statusCode: 401 } });
    const connect = { requestContext: { routeKey: '$connect', connectionId: 'c1', requestId: 'r1' } };
    expect(await bed.invoke('console-socket', connect)).toMatchObject({ result: { statusCode: 200 } });
  });

  it('trace each invocation below the segment that Lambda made, with the kind of an error and not its text', async () => {
    bed.traces.length = 0;
    await bed.invoke('api', httpEvent('/healthz'));
    await expect(bed.invoke('plan-page', { caseId: 'someone@example.net' })).rejects.toThrow(
      'plan-page ended',
    );
    await expect.poll(() => bed.traces.length).toBe(2);
    const [good, bad] = bed.traces.map(
      (trace) => JSON.parse(trace.split('\n')[1] ?? '') as Record<string, unknown>,
    );
    expect(good).toMatchObject({
      name: 'api',
      type: 'subsegment',
      trace_id: '1-5759e988-bd862e3fe1be46a994272793',
      parent_id: '53995c3f42cd8ad8',
      annotations: { ColdStart: true, Service: 'api' },
    });
    expect(bad).toMatchObject({ name: 'plan-page', fault: true });
    expect(JSON.stringify(bad)).not.toContain('someone@example.net');
  });
});
