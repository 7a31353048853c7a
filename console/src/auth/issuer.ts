import type { Credentials } from './credentials.ts';

export interface SignInPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** The one seam for who issues tokens: the desk itself on one machine, Cognito on AWS. */
export interface Issuer {
  people(): Promise<readonly SignInPerson[]>;
  signIn(user: string, password: string): Promise<Credentials>;
}
