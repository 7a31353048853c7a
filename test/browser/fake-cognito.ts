import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Issued {
  readonly accessToken: string;
  readonly lifeSeconds: number;
}

export interface CognitoClient {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly logoutUri: string;
}

/**
 * Stands in for the sign-in pages of a user pool: whoever comes is signed in at once. It refuses as RFC 6749 and RFC
 * 7636 say, and as Cognito documents it: exact addresses, codes that serve once, CORS for any origin.
 */
export class FakeCognito {
  readonly grants: string[] = [];
  readonly authorizations: URL[] = [];
  signOuts = 0;
  /** Put into the way back in place of a code. */
  denial: Readonly<Record<string, string>> | null = null;
  /** What comes back as the state; real servers give back what they got. */
  stateBack = (state: string): string => state;
  codesAreOver = false;
  /** As if the network were gone at the token endpoint. */
  dropsTokens = false;
  refusesRenewal = false;
  readonly #issue: () => Issued;
  readonly #challenges = new Map<string, string>();
  readonly #server: Server;
  #client: CognitoClient | null = null;

  constructor(issue: () => Issued) {
    this.#issue = issue;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
  }

  async start(client: CognitoClient): Promise<string> {
    this.#client = client;
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://cognito.test');
    const call = `${request.method} ${url.pathname}`;
    if (call === 'GET /oauth2/authorize') return this.#authorize(url, response);
    if (call === 'GET /logout') return this.#signOut(url, response);
    if (call === 'POST /oauth2/token') return this.#token(request, response);
    response.writeHead(404).end();
  }

  #authorize(url: URL, response: ServerResponse): void {
    const asked = url.searchParams;
    const isRight =
      asked.get('response_type') === 'code' &&
      asked.get('client_id') === this.#client?.clientId &&
      asked.get('redirect_uri') === this.#client?.redirectUri &&
      asked.get('scope') === 'openid profile' &&
      asked.get('code_challenge_method') === 'S256' &&
      /^[\w-]{43}$/.test(asked.get('code_challenge') ?? '');
    if (!isRight) return void response.writeHead(400).end('invalid_request');
    this.authorizations.push(url);
    const code = `code-${this.authorizations.length}`;
    this.#challenges.set(code, asked.get('code_challenge') ?? '');
    const back = new URL(this.#client?.redirectUri ?? '');
    const state = this.stateBack(asked.get('state') ?? '');
    back.search = new URLSearchParams({ ...(this.denial ?? { code }), state }).toString();
    response.writeHead(302, { location: back.href }).end();
  }

  #signOut(url: URL, response: ServerResponse): void {
    const target = url.searchParams.get('logout_uri');
    const isRight =
      url.searchParams.get('client_id') === this.#client?.clientId && target === this.#client?.logoutUri;
    if (!isRight || target === null) return void response.writeHead(400).end('invalid_request');
    this.signOuts += 1;
    response.writeHead(302, { location: target }).end();
  }

  async #token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (this.dropsTokens) return void response.destroy();
    const answer = this.#granted(request, new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
    response.writeHead('error' in answer ? 400 : 200, {
      'content-type': 'application/json;charset=UTF-8',
      'access-control-allow-origin': '*',
    });
    response.end(JSON.stringify(answer));
  }

  #granted(request: IncomingMessage, form: URLSearchParams): Record<string, unknown> {
    const grant = form.get('grant_type') ?? '';
    this.grants.push(grant);
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    if (!isForm) return { error: 'invalid_request' };
    if (form.get('client_id') !== this.#client?.clientId) return { error: 'invalid_client' };
    const isGood = grant === 'refresh_token' ? this.#renews(form) : this.#redeems(grant, form);
    if (!isGood) return { error: 'invalid_grant' };
    const { accessToken, lifeSeconds } = this.#issue();
    const tokens = { access_token: accessToken, expires_in: lifeSeconds, token_type: 'Bearer' };
    return grant === 'refresh_token' ? tokens : { ...tokens, refresh_token: 'refresh-1', id_token: 'unused' };
  }

  #renews(form: URLSearchParams): boolean {
    return !this.refusesRenewal && form.get('refresh_token') === 'refresh-1';
  }

  #redeems(grant: string, form: URLSearchParams): boolean {
    const code = form.get('code') ?? '';
    const challenge = this.#challenges.get(code);
    this.#challenges.delete(code);
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isOurs = grant === 'authorization_code' && form.get('redirect_uri') === this.#client?.redirectUri;
    return isOurs && !this.codesAreOver && challenge === proof;
  }
}
