import { useCallback, useEffect, useRef } from 'react';
import { isProblem } from '../api/problem.ts';
import type { Credentials } from './credentials.ts';
import type { Issuer } from './issuer.ts';

/** A token is renewed so long before its end; a short-lived one when half of its time is left. */
const renewBeforeMs = 120_000;
/** A token that the desk refuses so shortly before its end is taken to be over: clocks differ. */
const nearEndMs = 60_000;
const againMs = 10_000;
/** setTimeout fires at once beyond 2^31 ms. */
const longestTimerMs = 2 ** 31 - 1;

interface Outcome {
  readonly renewed: (old: Credentials, fresh: Credentials) => void;
  readonly over: () => void;
}

/**
 * Renews the token in time where the issuer can, and ends the sign-in where it cannot.
 * Returned is what to do when the desk refuses a token.
 */
export function useRenewal(
  credentials: Credentials | null,
  issuer: Issuer | null,
  { renewed, over }: Outcome,
): () => void {
  const running = useRef<Credentials | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const attempt = useCallback(
    async (old: Credentials) => {
      if (issuer?.kind !== 'redirect' || old.refreshToken === undefined) return over();
      if (running.current === old) return;
      running.current = old;
      try {
        const fresh = await issuer.renew(old.refreshToken);
        // Signed out, or in as somebody else, while the issuer was thinking.
        if (running.current === old) renewed(old, fresh);
      } catch (error) {
        if (running.current !== old) return;
        running.current = null;
        const mayPass = isProblem(error) && (error.status === 0 || error.status >= 500);
        if (!mayPass || Date.parse(old.expiresAt) <= Date.now()) return over();
        console.warn('The sign-in could not be renewed yet.', error);
        timer.current = setTimeout(() => void attempt(old), againMs);
      }
    },
    [issuer, renewed, over],
  );

  useEffect(() => {
    if (!credentials) return;
    const leftMs = Date.parse(credentials.expiresAt) - Date.now();
    const canRenew = issuer?.kind === 'redirect' && credentials.refreshToken !== undefined;
    const delayMs = canRenew ? Math.max(leftMs - renewBeforeMs, leftMs / 2) : leftMs;
    timer.current = setTimeout(
      () => void attempt(credentials),
      Math.min(Math.max(delayMs, 0), longestTimerMs),
    );
    return () => {
      clearTimeout(timer.current);
      running.current = null;
    };
  }, [credentials, issuer, attempt]);

  return useCallback(() => {
    // Refused long before its end, a token is refused for a reason that a new one would not cure.
    if (credentials && Date.parse(credentials.expiresAt) - Date.now() < nearEndMs) void attempt(credentials);
    else over();
  }, [credentials, attempt, over]);
}
