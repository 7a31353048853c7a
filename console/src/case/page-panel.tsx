import { IconBellRinging, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { Attempt } from '../../../core/page/attempt.ts';
import type { Page } from '../../../core/page/page.ts';
import { useNameOf } from '../api/session.ts';
import { Timestamp } from '../time/timestamp.tsx';
import { AttemptTable } from './attempt-table.tsx';
import { viaWords } from './event-words.ts';
import { OpenPageActs } from './open-page-acts.tsx';
import classes from './page-panel.module.css';
import { StampStrip } from './stamp-strip.tsx';

interface Props {
  readonly page: Page;
  readonly attempts: readonly Attempt[];
}

export function PagePanel({ page, attempts }: Props) {
  const nameOf = useNameOf();
  const paged = [...new Set(attempts.map(({ userId }) => nameOf(userId)))];
  const open = page.state === 'open';
  const Icon = open ? IconBellRinging : page.state === 'acknowledged' ? IconCircleCheck : IconCircleX;
  return (
    <section className={`card ${classes.panel}`} data-state={page.state} aria-label={`Page ${page.id}`}>
      <header className={classes.head}>
        <Icon size={20} aria-hidden />
        <h2 className={classes.title}>
          {open ? 'Emergency page open' : `Emergency page ${page.state}`}{' '}
          <span className="mono">{page.id}</span>
        </h2>
      </header>
      {page.ack && (
        <p className={classes.line}>
          <strong>{nameOf(page.ack.userId)}</strong> acknowledged by {viaWords(page.ack.via)},{' '}
          <Timestamp at={page.ack.at} />
        </p>
      )}
      {page.cancelled && (
        <p className={classes.line}>
          <strong>{nameOf(page.cancelled.userId)}</strong> cancelled it, <Timestamp at={page.cancelled.at} />:{' '}
          {page.cancelled.reason}
        </p>
      )}
      {open && (
        <>
          <p className={classes.line}>
            {paged.length > 0 ? (
              <>
                Paged so far: <strong>{paged.join(', ')}</strong>
              </>
            ) : (
              'Nobody has been paged yet'
            )}
          </p>
          <OpenPageActs page={page} />
        </>
      )}
      <details className={classes.details}>
        <summary>Attempts and time stamps</summary>
        <StampStrip page={page} attempts={attempts} />
        <AttemptTable page={page} attempts={attempts} />
      </details>
    </section>
  );
}
