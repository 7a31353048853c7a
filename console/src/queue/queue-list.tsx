import { Button } from '@mantine/core';
import { useRef } from 'react';
import type { Case } from '../../../core/case/case.ts';
import { useNameOf } from '../api/session.ts';
import { useShortcut } from '../shell/shortcuts.ts';
import classes from './queue.module.css';
import { QueueRow } from './queue-row.tsx';

interface Props {
  readonly cases: readonly Case[];
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly onMore: () => void;
}

export function QueueList({ cases, hasMore, loadingMore, onMore }: Props) {
  const nameOf = useNameOf();
  const list = useRef<HTMLUListElement>(null);
  const move = (step: number) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const current = links.findIndex((link) => link === document.activeElement);
    const next = current < 0 ? (step > 0 ? 0 : links.length - 1) : current + step;
    links[Math.max(0, Math.min(links.length - 1, next))]?.focus();
  };
  useShortcut('j', 'Next case', () => move(1));
  useShortcut('k', 'Previous case', () => move(-1));

  return (
    <div className="card">
      <div className={classes.head} aria-hidden>
        <span>Priority</span>
        <span>Case</span>
        <span>Status</span>
        <span>Assignee</span>
        <span>Waiting</span>
        <span>Promise</span>
      </div>
      <ul className={classes.list} ref={list} aria-label="Cases">
        {cases.map((each) => (
          <QueueRow key={each.id} subject={each} nameOf={nameOf} />
        ))}
      </ul>
      <div className={classes.foot}>
        <span className="dim">
          {cases.length} {cases.length === 1 ? 'case' : 'cases'}
          {hasMore ? ' so far' : ''}
        </span>
        {hasMore && (
          <Button variant="default" size="xs" loading={loadingMore} onClick={onMore}>
            Load more
          </Button>
        )}
      </div>
    </div>
  );
}
