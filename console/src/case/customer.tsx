import type { Case } from '../../../core/case/case.ts';
import { Timestamp } from '../time/timestamp.tsx';
import classes from './case.module.css';

export function Customer({ subject }: { readonly subject: Case }) {
  const { requester, participants, lastInboundAt } = subject;
  const others = participants.filter((address) => address !== requester.address.toLowerCase());
  return (
    <section className={`card ${classes.panel}`} aria-labelledby="customer-title">
      <h2 id="customer-title" className={classes.panelTitle}>
        Customer
      </h2>
      <p className={classes.line}>
        <strong>{requester.name || 'No name given'}</strong>
      </p>
      <p className={classes.line}>{requester.address || 'The mail named no sender'}</p>
      {lastInboundAt && (
        <p className={`${classes.line} dim`}>
          last wrote <Timestamp at={lastInboundAt} />
        </p>
      )}
      {others.length > 0 && <p className={`${classes.line} dim`}>Also on the case: {others.join(', ')}</p>}
    </section>
  );
}
