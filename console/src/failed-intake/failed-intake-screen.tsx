import { useFailedIntake } from '../api/failed-intake.ts';
import { Empty } from '../feedback/empty.tsx';
import { Failing } from '../feedback/failing.tsx';
import { Loading } from '../feedback/loading.tsx';
import { StaleNotice } from '../feedback/stale-notice.tsx';
import { useTitle } from '../shell/use-title.ts';
import classes from './failed-intake.module.css';
import { FailedMail } from './failed-mail.tsx';

export function FailedIntakeScreen() {
  const failed = useFailedIntake();
  useTitle('Failed mail');
  return (
    <>
      <h1 className={classes.title}>Failed mail</h1>
      <p className={`${classes.intro} dim`}>
        Mail that was accepted and could not be made into a case. The original is safe; nothing is deleted.
      </p>
      {failed.isPending && <Loading what="the failed mail" />}
      {failed.isError && !failed.data && (
        <Failing what="The failed mail" error={failed.error} onRetry={() => void failed.refetch()} />
      )}
      {failed.isError && failed.data && (
        <StaleNotice what="The failed mail" error={failed.error} sinceMs={failed.dataUpdatedAt} />
      )}
      {failed.data?.items.length === 0 && (
        <div className="card">
          <Empty title="No mail has failed">
            Every mail that came in is a case, a message on one, or was set aside with a reason. One that
            cannot be processed waits here, with the error and a button to try again.
          </Empty>
        </div>
      )}
      {failed.data && failed.data.items.length > 0 && (
        <ul className={`card ${classes.list}`} aria-label="Failed mail">
          {failed.data.items.map((mail) => (
            <FailedMail key={mail.rawKey} mail={mail} />
          ))}
        </ul>
      )}
    </>
  );
}
