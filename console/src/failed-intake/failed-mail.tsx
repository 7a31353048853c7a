import { Button } from '@mantine/core';
import type { FailedIntake } from '../../../core/intake/intake.ts';
import { useRetryIntake } from '../api/failed-intake.ts';
import { explain } from '../api/problem.ts';
import { Timestamp } from '../time/timestamp.tsx';
import classes from './failed-intake.module.css';

export function FailedMail({ mail }: { readonly mail: FailedIntake }) {
  const retry = useRetryIntake();
  const from = mail.envelope.from || 'no sender';
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <p className={classes.who}>
          <strong>{from}</strong> to {mail.envelope.to.join(', ')}
        </p>
        <p className={classes.error}>{mail.error}</p>
        <p className={classes.facts}>
          <span>
            received <Timestamp at={mail.receivedAt} />
          </span>
          <span>
            failed <Timestamp at={mail.failedAt} />
          </span>
          <span className="mono">{mail.rawKey}</span>
        </p>
        {retry.isError && (
          <p className={classes.error} role="alert">
            Not queued again: {explain(retry.error)}
          </p>
        )}
        {retry.isSuccess && (
          <p className={classes.queued} role="status">
            Queued again. It leaves this list once it is processed.
          </p>
        )}
      </div>
      <Button
        variant="default"
        loading={retry.isPending}
        onClick={() => retry.mutate(mail.rawKey)}
        aria-label={`Try the mail of ${from} again`}
      >
        Retry
      </Button>
    </li>
  );
}
