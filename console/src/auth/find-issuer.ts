import { Problem, toProblem } from '../api/problem.ts';
import { readCognitoConfig } from './cognito-config.ts';
import { createCognitoIssuer } from './cognito-issuer.ts';
import type { Issuer } from './issuer.ts';
import { localIssuer } from './local-issuer.ts';

const timeoutMs = 10_000;

/**
 * Cognito where the deployment put a `/config.json` that says so; the desk itself where there is none.
 * @throws Problem when the desk cannot be asked: a form that takes passwords is shown by no mere accident
 */
export async function findIssuer(): Promise<Issuer> {
  const response = await ask();
  if (response.status >= 500) throw await toProblem(response);
  // A host without the file may answer with the console's own page.
  if (!response.ok || !response.headers.get('content-type')?.includes('json')) return localIssuer;
  const config = readCognitoConfig(await response.json());
  return config ? createCognitoIssuer(config, location.origin) : localIssuer;
}

async function ask(): Promise<Response> {
  try {
    return await fetch('/config.json', {
      headers: { accept: 'application/json' },
      cache: 'no-cache',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    const words = 'The desk cannot be reached. Check the network, then try again.';
    throw Object.assign(new Problem(0, 'desk.unreachable', words), { cause: error });
  }
}
