import type { SignInWish } from './issuer.ts';

/** Words for the person; `wish` where it is known what they wanted. */
export class SignInRefused extends Error {
  readonly wish: SignInWish | null;

  constructor(message: string, wish: SignInWish | null, cause?: unknown) {
    super(message, { cause });
    this.name = 'SignInRefused';
    this.wish = wish;
  }
}
