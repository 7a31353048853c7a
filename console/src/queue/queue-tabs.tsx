import { Link } from 'wouter';
import type { QueueView } from '../api/cases.ts';
import classes from './queue.module.css';

const tabs: readonly { view: QueueView; label: string; hint: string }[] = [
  { view: 'active', label: 'Active', hint: 'New and open' },
  { view: 'waiting', label: 'Waiting', hint: 'Pending on the customer, or on hold' },
  { view: 'done', label: 'Done', hint: 'Solved and closed' },
  { view: 'mine', label: 'Mine', hint: 'Assigned to you' },
];

export function QueueTabs({ view }: { readonly view: QueueView }) {
  return (
    <nav className={classes.tabs} aria-label="Queue views">
      {tabs.map((tab) => (
        <Link
          key={tab.view}
          href={`/queue/${tab.view}`}
          className={classes.tab}
          title={tab.hint}
          aria-current={tab.view === view ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
