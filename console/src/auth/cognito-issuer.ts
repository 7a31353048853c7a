import { explain } from '../api/problem.ts';
import { answerPath } from './answer-path.ts';
import { keepBegun, takeBegun } from './begun-sign-in.ts';
import type { CognitoConfig } from './cognito-config.ts';
import type { RedirectIssuer } from './issuer.ts';
import { challengeOf, randomText } from './proof-key.ts';
import { SignInRefused } from './sign-in-refused.ts';
import { askForToken } from './token-endpoint.ts';

/** Authorization code with PKCE against the sign-in pages of a Cognito user pool. */
export function createCognitoIssuer(config: CognitoConfig, origin: string): RedirectIssuer {
  const { clientId, signInUrl } = config;
  const answerUrl = origin + answerPath;
  const page = (path: string, query: Record<string, string>) =>
    `${signInUrl}${path}?${new URLSearchParams(query).toString()}`;
  return {
    kind: 'redirect',
    begin: async (wish) => {
      const begun = { ...wish, state: randomText(), verifier: randomText() };
      keepBegun(begun);
      return page('/oauth2/authorize', {
        response_type: 'code',
        client_id: clientId,
        redirect_uri: answerUrl,
        scope: 'openid profile',
        state: begun.state,
        code_challenge: await challengeOf(begun.verifier),
        code_challenge_method: 'S256',
      });
    },
    finish: async (answer) => {
      const begun = takeBegun();
      if (!begun || answer.get('state') !== begun.state)
        throw new SignInRefused(
          'This answer belongs to no sign-in that this tab began, or was used before. Sign in again.',
          begun,
        );
      const code = answer.get('code');
      if (answer.has('error') || !code) throw new SignInRefused(denial(answer), begun);
      const grant = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: answerUrl,
        code_verifier: begun.verifier,
      };
      try {
        return { credentials: await askForToken(config, grant), wish: begun };
      } catch (error) {
        throw new SignInRefused(explain(error), begun, error);
      }
    },
    renew: async (refreshToken) => ({
      // Cognito gives a new refresh token only where it is told to turn them over.
      refreshToken,
      ...(await askForToken(config, { grant_type: 'refresh_token', refresh_token: refreshToken })),
    }),
    // Exactly the address that the deployment registers.
    signOutUrl: () => page('/logout', { client_id: clientId, logout_uri: `${origin}/` }),
  };
}

/** Only for an answer whose state was ours: nobody else wrote this description. */
function denial(answer: URLSearchParams): string {
  const error = answer.get('error') ?? 'no code was given';
  if (error === 'access_denied') return 'The sign-in was cancelled or refused. Sign in again.';
  const description = answer.get('error_description');
  return `The sign-in service refused: ${error}${description ? ` (${description})` : ''}. Sign in again.`;
}
