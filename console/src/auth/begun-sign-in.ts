import type { SignInWish } from './issuer.ts';

/** A sign-in that this tab sent to the issuer and that has not come back yet. */
export interface BegunSignIn extends SignInWish {
  readonly state: string;
  readonly verifier: string;
}

const key = 'harborwatch.begun-sign-in';

export function keepBegun(begun: BegunSignIn): void {
  sessionStorage.setItem(key, JSON.stringify(begun));
}

/** Gives it once: an answer that comes a second time finds nothing. */
export function takeBegun(): BegunSignIn | null {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return text === null ? null : (JSON.parse(text) as BegunSignIn);
}
