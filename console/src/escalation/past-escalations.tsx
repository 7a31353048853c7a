import type { ShownEscalation } from '../api/escalation-item.ts';
import { useNameOf } from '../api/session.ts';
import { viaWords } from '../case/event-words.ts';
import { Timestamp } from '../time/timestamp.tsx';
import classes from './escalation.module.css';
import { causeWords } from './escalation-words.ts';

export function PastEscalations({ escalations }: { readonly escalations: readonly ShownEscalation[] }) {
  const nameOf = useNameOf();
  return (
    <details className={`card ${classes.past}`}>
      <summary>
        {escalations.length === 1
          ? 'One escalation that is over'
          : `${escalations.length} escalations that are over`}
      </summary>
      <ul className={classes.told}>
        {escalations.toReversed().map((escalation) => (
          <li key={escalation.id}>
            <span className="mono">{escalation.id}</span> {causeWords(escalation, nameOf)}.{' '}
            {escalation.acknowledged && (
              <>
                {nameOf(escalation.acknowledged.by)} took it on by {viaWords(escalation.acknowledged.via)},{' '}
                <Timestamp at={escalation.acknowledged.at} />
              </>
            )}
            {escalation.ended && (
              <>
                Ended: {escalation.ended.why}, <Timestamp at={escalation.ended.at} />
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
