import { lazy, Suspense } from 'react';
import { CrashGuard } from '../feedback/crash-guard.tsx';
import { Failing } from '../feedback/failing.tsx';
import { Loading } from '../feedback/loading.tsx';

/** A file of its own: it brings all of the calendar maths, and nobody who only answers mail waits for that. */
const PromisesScreen = lazy(() => import('./promises-screen.tsx').catch(() => ({ default: TakenAway })));

/** A fault in here leaves the emergency pages above it alone. */
export function PromisesRoute() {
  return (
    <CrashGuard>
      <Suspense fallback={<Loading what="the promises" />}>
        <PromisesScreen />
      </Suspense>
    </CrashGuard>
  );
}

function TakenAway() {
  const error = new Error(
    'Its file did not come: the network is gone, or a newer console has been put in place. Load the page again.',
  );
  return <Failing what="This screen" error={error} onRetry={() => location.reload()} />;
}
