import type { Credentials } from './credentials.ts';

export interface SignInPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** The desk itself, on one machine: asks for a password on our own page. */
export interface PasswordIssuer {
  readonly kind: 'password';
  people(): Promise<readonly SignInPerson[]>;
  signIn(user: string, password: string): Promise<Credentials>;
}

/** Where to go on after a sign-in elsewhere, and whether the person asked to stay signed in. */
export interface SignInWish {
  /** A path of the console, with query and hash. */
  readonly returnTo: string;
  readonly stay: boolean;
}

/** Cognito, on AWS: has pages of its own, and sends the browser back to `/signed-in`. */
export interface RedirectIssuer {
  readonly kind: 'redirect';
  /** The address to go to; what the answer is checked against is kept in this tab. */
  begin(wish: SignInWish): Promise<string>;
  /** @throws SignInRefused with the wish, where it is known, so that a retry leads to the same place */
  finish(answer: URLSearchParams): Promise<{ readonly credentials: Credentials; readonly wish: SignInWish }>;
  /** @throws Problem with status 0 or 5xx where a later try may succeed, else a final refusal */
  renew(refreshToken: string): Promise<Credentials>;
  signOutUrl(): string;
}

/** The one seam for who issues tokens. */
export type Issuer = PasswordIssuer | RedirectIssuer;
