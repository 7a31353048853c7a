import { useMemo } from 'react';
import type { PolicySet } from '../../../../core/sla/policy-set.ts';
import { isUnread, type PromisesDraft } from '../promises-draft.ts';
import { compareForeseen } from './compare-foreseen.ts';
import { type DepartmentTerms, type Foreseen, foresee, type Question } from './foresee.ts';
import { ForeseenRow } from './foreseen-row.tsx';
import { PolicyWhy } from './policy-why.tsx';
import classes from './tester.module.css';

interface Promised {
  readonly set: PolicySet;
  readonly promises: PromisesDraft;
}

interface Props {
  readonly question: Question;
  readonly timezone: string;
  readonly inForce: Promised;
  /** Null while the draft has errors. */
  readonly draft: Promised | null;
  readonly isChanged: boolean;
}

export function TesterAnswer({ question, timezone, inForce, draft, isChanged }: Props) {
  const now = useMemo(() => foreseeAll(inForce, question), [inForce, question]);
  const then = useMemo(
    () => (draft === null || !isChanged ? null : foreseeAll(draft, question)),
    [draft, isChanged, question],
  );
  const compared = compareForeseen(now, then ?? now);
  return (
    <>
      {isChanged && draft === null && (
        <p className={classes.paused}>
          The draft has errors. What it would promise shows here when they are mended; until then, what is in
          force:
        </p>
      )}
      <PolicyWhy choice={now.choice} label={isChanged ? 'Now in force' : 'Policy'} />
      {then !== null && <PolicyWhy choice={then.choice} label="Draft" />}
      {compared.length === 0 && <p className={classes.nothing}>No clock of this case has a due time.</p>}
      <ul className={classes.clocks}>
        {compared.map((clock) => (
          <ForeseenRow key={clock.key} compared={clock} isDraft={then !== null} timezone={timezone} />
        ))}
      </ul>
    </>
  );
}

function foreseeAll({ set, promises }: Promised, question: Question): Foreseen {
  return foresee(set, question, termsOf(promises));
}

/** Departments that promise nothing themselves are told by the policy's own line. */
function termsOf({ departments }: PromisesDraft): DepartmentTerms[] {
  return Object.entries(departments).flatMap(([id, { name, calendar, answerMinutes }]) => {
    if (isUnread(answerMinutes) || (calendar === undefined && answerMinutes === undefined)) return [];
    return [{ id, name, terms: { calendar: calendar ?? null, minutes: answerMinutes ?? null } }];
  });
}
