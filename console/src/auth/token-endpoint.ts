import { Problem } from '../api/problem.ts';
import type { CognitoConfig } from './cognito-config.ts';
import type { Credentials } from './credentials.ts';

const timeoutMs = 15_000;

/**
 * One call of a public client: https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 * @throws Problem; the code is `sign-in.` and the error of RFC 6749, 5.2, or `sign-in.unreachable`
 */
export async function askForToken(
  { signInUrl, clientId }: CognitoConfig,
  grant: Readonly<Record<string, string>>,
): Promise<Credentials> {
  const response = await post(`${signInUrl}/oauth2/token`, { ...grant, client_id: clientId });
  const isJson = response.headers.get('content-type')?.includes('json');
  const body = (isJson ? await response.json() : null) as Record<string, unknown> | null;
  if (!response.ok) throw refusal(response.status, body?.['error']);
  const { access_token: accessToken, expires_in: lifeSeconds, refresh_token: refreshToken } = body ?? {};
  if (typeof accessToken !== 'string' || typeof lifeSeconds !== 'number' || !(lifeSeconds > 0))
    throw new Problem(502, 'sign-in.unreadable', 'The sign-in service gave no usable token.');
  return {
    accessToken,
    expiresAt: new Date(Date.now() + lifeSeconds * 1000).toISOString(),
    ...(typeof refreshToken === 'string' ? { refreshToken } : {}),
  };
}

async function post(url: string, form: Readonly<Record<string, string>>): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { accept: 'application/json' },
      credentials: 'omit',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    const words = 'The sign-in service cannot be reached. Check the network, then sign in again.';
    throw Object.assign(new Problem(0, 'sign-in.unreachable', words), { cause: error });
  }
}

function refusal(status: number, error: unknown): Problem {
  const code = typeof error === 'string' ? error : `http-${status}`;
  const words =
    code === 'invalid_grant'
      ? 'The sign-in took too long, or was used before. Sign in again.'
      : `The sign-in service refused (${code}). Sign in again; if it stays so, tell whoever runs the desk.`;
  return new Problem(status, `sign-in.${code}`, words);
}
