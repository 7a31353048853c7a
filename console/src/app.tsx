import { Redirect, Route, Switch } from 'wouter';
import { useSessionQuery } from './api/session.ts';
import { answerPath } from './auth/answer-path.ts';
import { useAuth } from './auth/auth-context.tsx';
import { SignInScreen } from './auth/sign-in-screen.tsx';
import { CaseScreen } from './case/case-screen.tsx';
import { FailedIntakeScreen } from './failed-intake/failed-intake-screen.tsx';
import { Empty } from './feedback/empty.tsx';
import { Failing } from './feedback/failing.tsx';
import { Loading } from './feedback/loading.tsx';
import { LiveProvider } from './live/live-context.tsx';
import { OutboxScreen } from './outbox/outbox-screen.tsx';
import { PagingProvider } from './paging/paging-context.tsx';
import { PromisesRoute } from './policies/promises-route.tsx';
import { QueueScreen } from './queue/queue-screen.tsx';
import { Shell } from './shell/shell.tsx';

export function App() {
  const { credentials } = useAuth();
  return credentials ? <SignedIn /> : <SignInScreen />;
}

function SignedIn() {
  const session = useSessionQuery();
  if (session.isPending) return <Loading what="the desk" />;
  if (!session.data) {
    return (
      <main style={{ maxWidth: '32rem', margin: '15vh auto', padding: '1rem' }}>
        <Failing what="The desk" error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  }
  const { outbox } = session.data.features;
  return (
    <LiveProvider>
      <PagingProvider>
        <Shell>
          <Switch>
            <Route path="/">
              <Redirect to="/queue/active" replace />
            </Route>
            {/* Back to an answer that has served: one is signed in already. */}
            <Route path={answerPath}>
              <Redirect to="/queue/active" replace />
            </Route>
            <Route path="/queue/:view?" component={QueueScreen} />
            <Route path="/cases/:id" component={CaseScreen} />
            {outbox && <Route path="/outbox/:id?" component={OutboxScreen} />}
            <Route path="/failed" component={FailedIntakeScreen} />
            <Route path="/promises/:part?" component={PromisesRoute} />
            <Route>
              <Empty title="There is nothing at this address">Press g then q to go to the queue.</Empty>
            </Route>
          </Switch>
        </Shell>
      </PagingProvider>
    </LiveProvider>
  );
}
