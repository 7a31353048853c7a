import { noteAnswer } from '../time/desk-clock.ts';
import { Problem, toProblem } from './problem.ts';

export interface Api {
  get<T>(path: string, signal?: AbortSignal): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  patch<T>(path: string, body: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  /** The bytes behind a path that wants the bearer token, which a plain link cannot send. */
  blob(path: string, signal?: AbortSignal): Promise<Blob>;
}

const timeoutMs = 30_000;

/** `onUnauthorized` is called when the desk no longer takes the token. */
export function createApi(accessToken: string | null, onUnauthorized: () => void): Api {
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<Response> => {
    const response = await request(method, path, accessToken, body, signal);
    if (response.ok) return response;
    if (response.status === 401 && accessToken !== null) onUnauthorized();
    throw await toProblem(response);
  };
  const json = async <T>(response: Response): Promise<T> => {
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  return {
    get: async (path, signal) => json(await send('GET', path, undefined, signal)),
    post: async (path, body) => json(await send('POST', path, body ?? {})),
    patch: async (path, body) => json(await send('PATCH', path, body)),
    put: async (path, body) => json(await send('PUT', path, body)),
    blob: async (path, signal) => (await send('GET', path, undefined, signal)).blob(),
  };
}

async function request(
  method: string,
  path: string,
  accessToken: string | null,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const headers = new Headers({ accept: 'application/json, application/problem+json, */*;q=0.5' });
  if (accessToken !== null) headers.set('authorization', `Bearer ${accessToken}`);
  if (body !== undefined) headers.set('content-type', 'application/json');
  const timeout = AbortSignal.timeout(timeoutMs);
  const sentMs = Date.now();
  try {
    const response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    noteAnswer(response.headers, sentMs, Date.now());
    return response;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw timeout.aborted
      ? new Problem(0, 'desk.timeout', `The desk did not answer within ${timeoutMs / 1000} seconds.`)
      : new Problem(0, 'desk.unreachable', 'The desk cannot be reached. Check the network, then try again.');
  }
}

/** A path with its parts and query escaped; undefined and empty values are left out. */
export function apiPath(parts: readonly string[], query: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  const text = search.toString();
  return `/${parts.map(encodeURIComponent).join('/')}${text ? `?${text}` : ''}`;
}
