import { Link, useParams } from 'wouter';
import { useOutbox } from '../api/outbox.ts';
import { Empty } from '../feedback/empty.tsx';
import { Failing } from '../feedback/failing.tsx';
import { Loading } from '../feedback/loading.tsx';
import { StaleNotice } from '../feedback/stale-notice.tsx';
import { useTitle } from '../shell/use-title.ts';
import { Timestamp } from '../time/timestamp.tsx';
import { MailState } from './mail-state.tsx';
import classes from './outbox.module.css';
import { SentMailView } from './sent-mail-view.tsx';

export function OutboxScreen() {
  const { id } = useParams<{ id?: string }>();
  const outbox = useOutbox();
  useTitle('Outbox');
  return (
    <>
      <h1 className={classes.title}>Outbox</h1>
      <p className={`${classes.intro} dim`}>
        Mail that has left the desk, newest first, as it is kept on this machine.
      </p>
      {outbox.isPending && <Loading what="the outbox" />}
      {outbox.isError && !outbox.data && (
        <Failing what="The outbox" error={outbox.error} onRetry={() => void outbox.refetch()} />
      )}
      {outbox.isError && outbox.data && (
        <StaleNotice what="The outbox" error={outbox.error} sinceMs={outbox.dataUpdatedAt} />
      )}
      {outbox.data?.length === 0 && (
        <div className="card">
          <Empty title="No mail has been sent">Replies and pages by e-mail appear here.</Empty>
        </div>
      )}
      {outbox.data && outbox.data.length > 0 && (
        <div className={classes.columns} data-open={id !== undefined || undefined}>
          <ul className={`card ${classes.list}`} aria-label="Sent mail">
            {outbox.data.map((mail) => (
              <li key={mail.id}>
                <Link
                  href={`/outbox/${mail.id}`}
                  className={classes.row}
                  aria-current={mail.id === id ? 'true' : undefined}
                >
                  <span className={classes.subject}>{mail.subject || '(no subject)'}</span>
                  <span className={classes.facts}>
                    <MailState state={mail.state} detail={mail.detail} />
                    <span>to {mail.to.join(', ')}</span>
                    <Timestamp at={mail.at} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          {id !== undefined && <SentMailView key={id} id={id} />}
        </div>
      )}
    </>
  );
}
