import { Button } from '@mantine/core';
import { IconUrgent } from '@tabler/icons-react';
import { type KeyboardEvent, useId } from 'react';
import { Link } from 'wouter';
import type { Category } from '../../../core/case/category.ts';
import { spoken } from '../case/vocabulary-words.ts';
import { durationWords } from '../time/duration-words.ts';
import { useNow } from '../time/use-now.ts';
import { NextAttempt } from './next-attempt.tsx';
import classes from './page-banner.module.css';
import { usePaging } from './paging-context.tsx';

interface Props {
  readonly pageId: string;
  readonly caseId: string;
  readonly category?: Category;
  readonly openedAt?: string;
  readonly nextAttemptAt?: string | null;
}

export function BannerPage({ pageId, caseId, category, openedAt, nextAttemptAt }: Props) {
  const { acknowledge, acknowledgingId } = usePaging();
  const now = useNow(1000);
  const wordsId = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'a' || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    event.preventDefault();
    acknowledge(pageId);
  };
  return (
    <div
      className={classes.page}
      role="group"
      tabIndex={0}
      aria-labelledby={wordsId}
      aria-keyshortcuts="a"
      data-page={pageId}
      onKeyDown={onKeyDown}
    >
      <IconUrgent size={26} aria-hidden className={classes.icon} />
      <p className={classes.words} id={wordsId}>
        <strong>Emergency page{category ? `: ${spoken(category)}` : ''}</strong>
        <span className="mono">{pageId}</span>
        {openedAt && <span className="numbers">open for {durationWords(now - Date.parse(openedAt))}</span>}
        {nextAttemptAt && <NextAttempt at={nextAttemptAt} />}
      </p>
      <span className={classes.acts}>
        <Link href={`/cases/${caseId}`} className={classes.open}>
          Open case
        </Link>
        <Button
          variant="white"
          color="red.9"
          className={classes.ack}
          loading={acknowledgingId === pageId}
          onClick={() => acknowledge(pageId)}
          aria-describedby={wordsId}
        >
          Acknowledge
        </Button>
      </span>
    </div>
  );
}
