import { ActionIcon } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconArrowLeft, IconCheck, IconCopy } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Case } from '../../../core/case/case.ts';
import { CountdownBadge } from '../sla/countdown-badge.tsx';
import { hasNoPolicy, NoPolicy } from '../sla/no-policy.tsx';
import { Timestamp } from '../time/timestamp.tsx';
import classes from './case.module.css';
import { Flags } from './flags.tsx';
import { PriorityMark } from './priority-mark.tsx';
import { spoken } from './vocabulary-words.ts';

export function CaseHeader({ subject }: { readonly subject: Case }) {
  const clipboard = useClipboard({ timeout: 2000 });
  const label = clipboard.copied ? 'Copied' : `Copy ${subject.id}`;
  return (
    <header className={classes.header}>
      <Link href="/queue/active" className={classes.back}>
        <IconArrowLeft size={16} aria-hidden /> Queue
      </Link>
      <h1 id="case-subject" className={classes.subject}>
        {subject.subject || '(no subject)'}
      </h1>
      <p className={classes.facts}>
        <PriorityMark priority={subject.priority} />
        {subject.promise !== null && <CountdownBadge clock={subject.promise} named />}
        {subject.promise === null && hasNoPolicy(subject) && <NoPolicy />}
        <span>{spoken(subject.status)}</span>
        <span>{spoken(subject.category)}</span>
        <span className={classes.id}>
          <span className="mono">{subject.id}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={label}
            title={label}
            onClick={() => clipboard.copy(subject.id)}
          >
            {clipboard.copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
          </ActionIcon>
        </span>
        <span className="dim">
          created <Timestamp at={subject.createdAt} />
        </span>
        {subject.tags.map((tag) => (
          <span key={tag} className="dim">
            #{tag}
          </span>
        ))}
        {subject.mergedInto !== null && (
          <span>
            merged into <Link href={`/cases/${subject.mergedInto}`}>{subject.mergedInto}</Link>
          </span>
        )}
        <Flags subject={subject} />
      </p>
    </header>
  );
}
