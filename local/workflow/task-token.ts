import { createHmac, timingSafeEqual } from 'node:crypto';

/** `<task id>.<mac>`: unguessable without the execution's secret, and it says by itself which task it is for. */
export function taskToken(secret: string, taskId: string): string {
  return `${taskId}.${createHmac('sha256', secret).update(`token ${taskId}`).digest('base64url')}`;
}

const TOKEN = /^(?<taskId>(?<executionId>[\w-]+)\.\d+)\.[\w-]{43}$/;

export function readTaskToken(token: string): { taskId: string; executionId: string } | undefined {
  const groups = TOKEN.exec(token)?.groups;
  const taskId = groups?.['taskId'];
  const executionId = groups?.['executionId'];
  return taskId === undefined || executionId === undefined ? undefined : { taskId, executionId };
}

export function isTokenOf(secret: string, taskId: string, token: string): boolean {
  const expected = Buffer.from(taskToken(secret, taskId));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
