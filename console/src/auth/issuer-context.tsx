import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { findIssuer } from './find-issuer.ts';
import type { Issuer } from './issuer.ts';

interface KnownIssuer {
  /** Null while it is being found out. */
  readonly issuer: Issuer | null;
  readonly error: unknown;
  readonly retry: () => void;
}

const IssuerContext = createContext<KnownIssuer | null>(null);
const retryMs = 10_000;

/** Finds out once, at the start, who issues tokens here; until it knows, it asks again. */
export function IssuerProvider({ children }: { readonly children: ReactNode }) {
  const [issuer, setIssuer] = useState<Issuer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [round, setRound] = useState(0);
  const retry = useCallback(() => setRound((last) => last + 1), []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    findIssuer().then(
      (found) => {
        if (left) return;
        setIssuer(found);
        setError(null);
      },
      (reason: unknown) => {
        if (left) return;
        setError(reason);
        timer = setTimeout(retry, retryMs);
      },
    );
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [round, retry]);

  const known = useMemo(() => ({ issuer, error, retry }), [issuer, error, retry]);
  return <IssuerContext value={known}>{children}</IssuerContext>;
}

export function useIssuer(): KnownIssuer {
  const known = useContext(IssuerContext);
  if (!known) throw new Error('useIssuer outside of IssuerProvider');
  return known;
}
