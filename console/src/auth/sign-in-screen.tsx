import { useLocation } from 'wouter';
import { Failing } from '../feedback/failing.tsx';
import { Loading } from '../feedback/loading.tsx';
import { useTitle } from '../shell/use-title.ts';
import { answerPath } from './answer-path.ts';
import { AnsweredSignIn } from './answered-sign-in.tsx';
import { useIssuer } from './issuer-context.tsx';
import { PasswordSignIn } from './password-sign-in.tsx';
import { RedirectSignIn } from './redirect-sign-in.tsx';
import classes from './sign-in-screen.module.css';

export function SignInScreen() {
  useTitle('Sign in');
  const { issuer, error, retry } = useIssuer();
  const [path] = useLocation();
  if (!issuer)
    return error === null ? (
      <Loading what="the sign-in" />
    ) : (
      <main className={classes.main}>
        <Failing what="The sign-in" error={error} onRetry={retry} />
      </main>
    );
  if (issuer.kind === 'password') return <PasswordSignIn issuer={issuer} />;
  if (path === answerPath) return <AnsweredSignIn issuer={issuer} />;
  const returnTo = location.pathname + location.search + location.hash;
  return <RedirectSignIn issuer={issuer} wish={{ returnTo, stay: false }} />;
}
