import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { type Credentials, clearCredentials, loadCredentials, saveCredentials } from './credentials.ts';

export type SignedOutWhy = 'first' | 'expired' | 'left';

interface Auth {
  readonly credentials: Credentials | null;
  readonly why: SignedOutWhy;
  readonly signedIn: (credentials: Credentials, stay: boolean) => void;
  /** The desk refused the token, or its time is over. The address stays, so sign-in returns to it. */
  readonly expire: () => void;
  readonly signOut: () => void;
}

const AuthContext = createContext<Auth | null>(null);
/** setTimeout fires at once beyond 2^31 ms. */
const longestTimerMs = 2 ** 31 - 1;

export function AuthProvider({ children }: { readonly children: ReactNode }) {
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
  const expire = useCallback(() => drop('expired'), [drop]);
  const signOut = useCallback(() => drop('left'), [drop]);

  useEffect(() => {
    if (!credentials) return;
    const leftMs = Date.parse(credentials.expiresAt) - Date.now();
    const timer = setTimeout(expire, Math.min(Math.max(leftMs, 0), longestTimerMs));
    return () => clearTimeout(timer);
  }, [credentials, expire]);

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
