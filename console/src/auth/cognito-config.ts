/** What the console needs of `/config.json`, which the deployment writes. */
export interface CognitoConfig {
  readonly clientId: string;
  /** The origin of the sign-in pages, without a slash at its end. */
  readonly signInUrl: string;
}

/**
 * Null for anything that does not name Cognito as the issuer.
 * @throws Error naming the field, for one that does and cannot be used
 */
export function readCognitoConfig(value: unknown): CognitoConfig | null {
  if (typeof value !== 'object' || value === null || !('issuer' in value) || value.issuer !== 'cognito')
    return null;
  const { clientId, signInUrl } = value as { clientId?: unknown; signInUrl?: unknown };
  if (typeof clientId !== 'string' || clientId === '') throw unusable('clientId', 'the id of the app client');
  const url = typeof signInUrl === 'string' ? URL.parse(signInUrl) : null;
  // Loopback is as safe as https, and where tests have their issuer.
  const isSafe = url?.protocol === 'https:' || url?.hostname === '127.0.0.1';
  if (!url || !isSafe) throw unusable('signInUrl', 'an https address of the sign-in pages');
  return { clientId, signInUrl: url.origin };
}

function unusable(field: string, wanted: string): Error {
  return new Error(`${field} in /config.json must be ${wanted}. Deploy the console again.`);
}
