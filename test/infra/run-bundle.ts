/**
 * Stands in for Lambda's runtime: imports the bundle that is named first, calls its handler with the event
 * on stdin, and writes what came of it to the file that is named second.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [bundle = '', answerFile = ''] = process.argv.slice(2);
const startedAt = performance.now();
const { handler } = (await import(pathToFileURL(bundle).href)) as {
  handler: (event: unknown, context: unknown) => Promise<unknown>;
};
const importMs = performance.now() - startedAt;
const { moduleLoadList } = process as unknown as { moduleLoadList: readonly string[] };
const loadedFetch = moduleLoadList.includes('NativeModule internal/deps/undici/undici');
const context = {
  functionName: 'under-test',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:under-test',
  memoryLimitInMB: '512',
  awsRequestId: 'request-1',
  getRemainingTimeInMillis: () => 20_000,
};
const { event } = JSON.parse(readFileSync(0, 'utf8')) as { event: unknown };
const result = event === null ? null : await handler(event, context);
writeFileSync(answerFile, JSON.stringify({ importMs, loadedFetch, result: result ?? null }));
