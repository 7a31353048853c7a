import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useSearch } from 'wouter';
import { explain } from '../api/problem.ts';
import { Loading } from '../feedback/loading.tsx';
import { useAuth } from './auth-context.tsx';
import type { RedirectIssuer } from './issuer.ts';
import { RedirectSignIn } from './redirect-sign-in.tsx';
import { SignInRefused } from './sign-in-refused.ts';

/** `/signed-in`: the issuer sent the browser back, with a code or with a refusal. */
export function AnsweredSignIn({ issuer }: { readonly issuer: RedirectIssuer }) {
  const { signedIn } = useAuth();
  const search = useSearch();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  // A query and no effect: an answer serves once, and a component may be mounted twice.
  const answer = useQuery({
    queryKey: ['answered-sign-in', search],
    queryFn: () => issuer.finish(new URLSearchParams(search)),
    retry: false,
    retryOnMount: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

  useEffect(() => {
    if (!answer.data) return;
    const { credentials, wish } = answer.data;
    // Nothing that the last person could see is left for the next.
    queries.clear();
    navigate(wish.returnTo, { replace: true });
    signedIn(credentials, wish.stay);
  }, [answer.data, queries, navigate, signedIn]);

  if (!answer.error) return <Loading what="your sign-in" />;
  const wish = answer.error instanceof SignInRefused ? answer.error.wish : null;
  return (
    <RedirectSignIn
      issuer={issuer}
      wish={wish ?? { returnTo: '/', stay: false }}
      refusal={explain(answer.error)}
    />
  );
}
