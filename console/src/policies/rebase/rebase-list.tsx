import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RebasedClock } from '../../../../core/sla/rebase.ts';
import { lengthOf } from '../../../../core/sla/time-words.ts';
import { toEpochMs } from '../../../../core/time/instant.ts';
import { spoken } from '../../case/vocabulary-words.ts';
import { shortTime, wholeTime } from '../../time/local-time.ts';
import classes from '../policies.module.css';
import type { CaseRebase } from './case-rebase.ts';

interface Props {
  readonly items: readonly CaseRebase[];
  readonly canChoose: boolean;
  readonly isChosen: (caseId: string) => boolean;
  readonly onChoose: (caseId: string, isChosen: boolean) => void;
}

const pageSize = 50;

export function RebaseList({ items, canChoose, isChosen, onChoose }: Props) {
  const [shown, setShown] = useState(pageSize);
  return (
    <>
      <ul className={`card ${classes.rebases}`} aria-label="Cases on older promises">
        {items.slice(0, shown).map((item) => (
          <li key={item.caseId}>
            {canChoose && (
              <input
                type="checkbox"
                aria-label={`Move ${item.caseId}`}
                checked={isChosen(item.caseId)}
                onChange={(event) => onChoose(item.caseId, event.currentTarget.checked)}
              />
            )}
            <div className={classes.rebase}>
              <p className={classes.rebaseTitle}>
                <Link href={`/cases/${item.caseId}`} className="mono">
                  {item.caseId}
                </Link>{' '}
                {item.subject || '(no subject)'}
              </p>
              {item.unmatched && <p className={classes.bad}>would have no policy, and so no promise</p>}
              {item.moved.length === 0 && !item.unmatched && <p className="dim">no due time moves</p>}
              {item.moved.map((clock) => (
                <MovedClock key={`${clock.clock} ${clock.instance}`} clock={clock} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      {items.length > shown && (
        <Button variant="default" size="xs" onClick={() => setShown(shown + 200)}>
          Show more of {items.length}
        </Button>
      )}
    </>
  );
}

function MovedClock({ clock }: { readonly clock: RebasedClock }) {
  const { dueBefore, dueAfter, policyBefore, policyAfter, breachAppears, keeps } = clock;
  const isMoved = dueBefore !== null && dueAfter !== null && dueBefore !== dueAfter;
  return (
    <p className={classes.moved}>
      <strong>{spoken(clock.clock)}</strong> <Due at={dueBefore} /> → <Due at={dueAfter} />
      {isMoved && <span>, {shiftWords(toEpochMs(dueAfter) - toEpochMs(dueBefore))}</span>}
      {breachAppears && <strong className={classes.bad}>, late at once</strong>}
      {keeps !== null && (
        <span className="dim">
          , {keeps === 'breach' ? 'its breach stays' : 'the date set by hand stays'}
        </span>
      )}
      {policyBefore !== policyAfter && (
        <span className="dim">
          , policy {policyBefore ?? 'none'} → {policyAfter ?? 'none'}
        </span>
      )}
    </p>
  );
}

function Due({ at }: { readonly at: string | null }) {
  if (at === null) return <span className="dim">no due time</span>;
  return (
    <time dateTime={at} title={wholeTime(at)} className="numbers">
      {shortTime(at, Date.now())}
    </time>
  );
}

function shiftWords(ms: number): string {
  return `${lengthOf(Math.abs(ms))} ${ms > 0 ? 'later' : 'sooner'}`;
}
