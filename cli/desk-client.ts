import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { DomainError } from '../core/errors.ts';

export interface DeskClient {
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
}

const longestWaitMs = 30_000;

/**
 * The HTTP API of the running desk, as the operator.
 * @throws DomainError, each with one line that says what to do
 */
export async function connectDesk(env: Readonly<Record<string, string | undefined>>): Promise<DeskClient> {
  const base = deskUrl(env.HARBORWATCH_URL);
  const token = await operatorToken(env);
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await reach(base, path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(longestWaitMs),
    });
    return readAnswer(response, base);
  };
  return { get: (path) => call('GET', path), post: (path, body) => call('POST', path, body) };
}

function deskUrl(text = 'http://127.0.0.1:8080'): string {
  const isHttp = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  if (isHttp) return text.replace(/\/+$/, '');
  throw new DomainError(
    'invalid',
    'desk.bad-url',
    `HARBORWATCH_URL: "${text}" is no web address; write one such as http://127.0.0.1:8080`,
  );
}

async function operatorToken(env: Readonly<Record<string, string | undefined>>): Promise<string> {
  const given = env.HARBORWATCH_TOKEN?.trim();
  if (given) return requireTokenShape(given, 'HARBORWATCH_TOKEN');
  const path = join(resolve(env.HARBORWATCH_DATA ?? 'data'), 'operator-token');
  try {
    return requireTokenShape((await readFile(path, 'utf8')).trim(), path);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EACCES' ? 'this user may not read it' : `it cannot be read (${code})`;
    throw new DomainError(
      'invalid',
      'desk.no-token',
      `no operator token: ${code === 'ENOENT' ? `there is no ${path}` : `${path}: ${why}`}; start the desk, or point HARBORWATCH_DATA at its data folder, or set HARBORWATCH_TOKEN`,
      { cause: error },
    );
  }
}

function requireTokenShape(token: string, where: string): string {
  if (/^[\w.~+/-]+=*$/.test(token)) return token;
  throw new DomainError(
    'invalid',
    'desk.bad-token',
    `${where}: this is no token; start the desk again to renew it`,
  );
}

async function reach(base: string, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`${base}${path}`, init);
  } catch (cause) {
    throw new DomainError(
      'unavailable',
      'desk.unreachable',
      `no desk answers at ${base} (${reason(cause)}); start it with "npm start", or set HARBORWATCH_URL`,
      { cause },
    );
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${longestWaitMs / 1000} s`;
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return cause instanceof Error ? cause.message : error.message;
}

const problemSchema = z.object({ detail: z.string(), code: z.string() });

async function readAnswer(response: Response, base: string): Promise<unknown> {
  const text = await response.text();
  const json = parse(text);
  if (response.ok && json !== undefined) return json;
  const problem = z.safeParse(problemSchema, json);
  if (problem.success) throw new DomainError('invalid', problem.data.code, problem.data.detail);
  throw new DomainError(
    'unavailable',
    'desk.not-a-desk',
    `what answers at ${base} is no desk (HTTP ${response.status}, ${response.headers.get('content-type') ?? 'no content type'}); set HARBORWATCH_URL`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
