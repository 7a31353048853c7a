import { Link } from 'wouter';
import type { Case } from '../../../core/case/case.ts';
import { Flags } from '../case/flags.tsx';
import { PriorityMark } from '../case/priority-mark.tsx';
import { spoken } from '../case/vocabulary-words.ts';
import classes from './queue.module.css';
import { RowPromise } from './row-promise.tsx';
import { WaitingSince } from './waiting-since.tsx';

interface Props {
  readonly subject: Case;
  /** Looked up by the list, once for all its rows. */
  readonly nameOf: (userId: string) => string;
}

/** The badge stands beside the link, not in it: it is a control of its own. */
export function QueueRow({ subject: row, nameOf }: Props) {
  return (
    <li className={classes.item} data-emergency={row.priority === 'emergency' || undefined}>
      <Link href={`/cases/${row.id}`} className={classes.row}>
        <span className={classes.priority}>
          <PriorityMark priority={row.priority} />
        </span>
        <span className={classes.case}>
          <span className={classes.subject}>{row.subject || '(no subject)'}</span>
          <span className={classes.who}>
            <span>{row.requester.name || row.requester.address || 'unknown sender'}</span>
            <span>{spoken(row.category)}</span>
            <span className="mono">{row.id}</span>
            {row.tags.map((tag) => (
              <span key={tag}>#{tag}</span>
            ))}
            <Flags subject={row} />
          </span>
        </span>
        <span className={classes.status}>{spoken(row.status)}</span>
        <span className={classes.assignee} data-nobody={row.assignee === null || undefined}>
          {row.assignee === null ? 'Nobody' : nameOf(row.assignee)}
        </span>
        <WaitingSince subject={row} />
      </Link>
      <RowPromise subject={row} />
    </li>
  );
}
