import { Link } from 'wouter';
import type { CaseDetail } from '../api/cases.ts';
import classes from './case.module.css';
import { PriorityMark } from './priority-mark.tsx';
import { spoken } from './vocabulary-words.ts';

export function Linked({ cases }: { readonly cases: CaseDetail['linked'] }) {
  if (cases.length === 0) return null;
  return (
    <section className={`card ${classes.panel}`} aria-labelledby="linked-title">
      <h2 id="linked-title" className={classes.panelTitle}>
        Linked cases
      </h2>
      <ul className={classes.linked}>
        {cases.map(({ id, subject, status, priority }) => (
          <li key={id}>
            <Link href={`/cases/${id}`}>{subject || id}</Link>
            <span className={classes.linkedFacts}>
              <PriorityMark priority={priority} /> {spoken(status)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
