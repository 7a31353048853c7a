import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { consultsOf } from '../../../core/consult/consult.ts';
import { clockNames } from '../../../core/sla/clock-name.ts';
import { type ClockState, isOpenClock } from '../../../core/sla/clock-state.ts';
import type { CaseDetail } from '../api/cases.ts';
import caseClasses from '../case/case.module.css';
import { useDepartmentName } from '../consult/use-department-name.ts';
import { ClockRow } from './clock-row.tsx';
import { DueDialog } from './due-dialog.tsx';
import { isOnlyMeasured } from './only-measured.ts';
import classes from './panel.module.css';
import { WhyDialog } from './why-dialog.tsx';

type Asked = { readonly what: 'why' | 'due'; readonly clock: ClockState };

/** Every promise on the case: those that are open, then, folded, how the others ended. */
export function PromisesPanel({ detail }: { readonly detail: CaseDetail }) {
  const { case: subject, sla } = detail;
  const [asked, setAsked] = useState<Asked | null>(null);
  const ordered = (sla?.clocks ?? []).toSorted(byPress);
  const open = ordered.filter((clock) => isOpenClock(clock) && !isOnlyMeasured(clock));
  const measured = ordered.filter((clock) => isOpenClock(clock) && isOnlyMeasured(clock));
  const ended = ordered.filter((clock) => !isOpenClock(clock));
  const nameOfDepartment = useDepartmentName();
  const consults = consultsOf(detail.events);
  const departmentOf = ({ subject: asked }: ClockState) => {
    const consult = consults.find(({ id }) => id === asked);
    return consult === undefined ? asked : nameOfDepartment(consult.department);
  };
  const row = (clock: ClockState) => (
    <ClockRow
      key={`${clock.clock}-${clock.instance}`}
      clock={clock}
      department={departmentOf(clock)}
      onWhy={() => setAsked({ what: 'why', clock })}
      onSetDue={() => setAsked({ what: 'due', clock })}
    />
  );
  return (
    <section className={`card ${caseClasses.panel}`} aria-labelledby="promises-title">
      <h2 id="promises-title" className={caseClasses.panelTitle}>
        Promises
      </h2>
      {sla === null && <p className={classes.words}>This case is from before there were promises.</p>}
      {sla !== null && sla.policy === null && (
        <div className={classes.noPolicy}>
          <p>
            <IconAlertTriangle size={16} aria-hidden /> <strong>No policy matches this case.</strong> Nothing
            is promised and nothing warns: keep an eye on it.
          </p>
          <p className="dim">{sla.why}</p>
        </div>
      )}
      {sla !== null && sla.policy !== null && (
        <p className={classes.words}>
          <strong>{sla.policy.name}</strong> <span className="dim">version</span>{' '}
          <span className="mono">{sla.policyVersion.slice(0, 8)}</span>
        </p>
      )}
      {sla !== null && open.length === 0 && <p className={classes.words}>Nothing is owed now.</p>}
      <ul className={classes.clocks}>{open.map(row)}</ul>
      {measured.length > 0 && (
        <details className={classes.ended}>
          <summary>Only measured ({measured.length})</summary>
          <ul className={classes.clocks}>{measured.map(row)}</ul>
        </details>
      )}
      {ended.length > 0 && (
        <details className={classes.ended}>
          <summary>
            Ended ({ended.length}
            {missedWords(ended)})
          </summary>
          <ul className={classes.clocks}>{ended.map(row)}</ul>
        </details>
      )}
      {asked?.what === 'why' && (
        <WhyDialog caseId={subject.id} asked={asked.clock} onClose={() => setAsked(null)} />
      )}
      {asked?.what === 'due' && (
        <DueDialog caseId={subject.id} clock={asked.clock} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}

/** The next due first, then paused ones, then those that only measure; else in the order people read them. */
function byPress(a: ClockState, b: ClockState): number {
  const dueOf = ({ dueAt, remainingMs }: ClockState) => dueAt ?? (remainingMs === null ? '~~' : '~');
  const [dueA, dueB] = [dueOf(a), dueOf(b)];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return clockNames.indexOf(a.clock) - clockNames.indexOf(b.clock) || b.instance - a.instance;
}

function missedWords(ended: readonly ClockState[]): string {
  const missed = ended.filter(({ breachedAt }) => breachedAt !== null).length;
  return missed === 0 ? '' : `, ${missed} of them missed`;
}
