import './jitless-zod.ts';
import { useSession } from '../api/session.ts';
import { Failing } from '../feedback/failing.tsx';
import { Loading } from '../feedback/loading.tsx';
import { StaleNotice } from '../feedback/stale-notice.tsx';
import { useTitle } from '../shell/use-title.ts';
import classes from './policies.module.css';
import { usePromises } from './promises-api.ts';
import { PromisesDesk } from './promises-desk.tsx';

/** Loaded apart from the rest of the console: it brings all of the calendar maths. */
export default function PromisesScreen() {
  const promises = usePromises();
  const { user } = useSession();
  const canEdit = user.roles.includes('lead') || user.roles.includes('admin');
  useTitle('Promises');
  return (
    <>
      <h1 className={classes.title}>Promises</h1>
      {promises.isPending && <Loading what="the promises" />}
      {promises.isError && !promises.data && (
        <Failing what="The promises" error={promises.error} onRetry={() => void promises.refetch()} />
      )}
      {promises.isError && promises.data && (
        <StaleNotice what="What is in force" error={promises.error} sinceMs={promises.dataUpdatedAt} />
      )}
      {promises.data && <PromisesDesk inForce={promises.data} canEdit={canEdit} />}
    </>
  );
}
