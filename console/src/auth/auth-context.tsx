import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import {
  type Credentials,
  clearCredentials,
  loadCredentials,
  replaceCredentials,
  saveCredentials,
} from './credentials.ts';
import { useIssuer } from './issuer-context.tsx';
import { useRenewal } from './use-renewal.ts';

export type SignedOutWhy = 'first' | 'expired' | 'left';

interface Auth {
  readonly credentials: Credentials | null;
  readonly why: SignedOutWhy;
  readonly signedIn: (credentials: Credentials, stay: boolean) => void;
  /** The desk refused the token. The address stays, so sign-in returns to it. */
  readonly expire: () => void;
  readonly signOut: () => void;
}

const AuthContext = createContext<Auth | null>(null);

export function AuthProvider({ children }: { readonly children: ReactNode }) {
  const { issuer } = useIssuer();
  const [credentials, setCredentials] = useState(() => loadCredentials(Date.now()));
  const [why, setWhy] = useState<SignedOutWhy>('first');

  const drop = useCallback((reason: SignedOutWhy) => {
    clearCredentials();
    setWhy(reason);
    setCredentials(null);
  }, []);
  const signedIn = useCallback((given: Credentials, stay: boolean) => {
    saveCredentials(given, stay);
    setCredentials(given);
  }, []);
  const renewed = useCallback((old: Credentials, fresh: Credentials) => {
    replaceCredentials(old, fresh);
    setCredentials(fresh);
  }, []);
  const over = useCallback(() => drop('expired'), [drop]);
  const expire = useRenewal(credentials, issuer, { renewed, over });
  const signOut = useCallback(() => {
    drop('left');
    // Else the issuer's own session would sign the next person in as this one.
    if (issuer?.kind === 'redirect') location.assign(issuer.signOutUrl());
  }, [drop, issuer]);

  const auth = useMemo(
    () => ({ credentials, why, signedIn, expire, signOut }),
    [credentials, why, signedIn, expire, signOut],
  );
  return <AuthContext value={auth}>{children}</AuthContext>;
}

export function useAuth(): Auth {
  const auth = useContext(AuthContext);
  if (!auth) throw new Error('useAuth outside of AuthProvider');
  return auth;
}
