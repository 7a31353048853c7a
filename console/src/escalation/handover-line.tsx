import { Link } from 'wouter';
import type { Handovers } from '../api/handovers.ts';
import { clockTime } from '../time/local-time.ts';
import classes from './escalation.module.css';

/** On every screen in the last hour of a shift: the cases that must not be left lying. */
export function HandoverLine({ shiftEndsAt, items }: Handovers) {
  if (shiftEndsAt === null || items.length === 0) return null;
  return (
    <p className={classes.handover}>
      <strong>Your shift ends at {clockTime(shiftEndsAt).slice(0, 5)}.</strong> Hand over before you go:{' '}
      {items.map((item, place) => (
        <span key={item.case.id}>
          {place > 0 && ', '}
          <Link href={`/cases/${item.case.id}`}>{item.case.subject || item.case.id}</Link>
        </span>
      ))}
    </p>
  );
}
