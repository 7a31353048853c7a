import { Button } from '@mantine/core';
import { IconTrendingUp } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { EscalationItem } from '../api/escalation-item.ts';
import { useOpenEscalations } from '../api/escalations.ts';
import { useHandovers } from '../api/handovers.ts';
import { explain } from '../api/problem.ts';
import { useNameOf, useSession } from '../api/session.ts';
import { PriorityMark } from '../case/priority-mark.tsx';
import { useLive } from '../live/live-context.tsx';
import { AnsweredLine } from './answered-line.tsx';
import { concernsMe } from './concerns-me.ts';
import classes from './escalation.module.css';
import { causeWords } from './escalation-words.ts';
import { HandoverLine } from './handover-line.tsx';
import { NextStep } from './next-step.tsx';
import { useAcknowledge } from './use-acknowledge.ts';
import { usePushedEscalations } from './use-pushed-escalations.ts';

const shownAtFirst = 3;

/** On every screen: the open escalations that ask something of the person who is signed in. */
export function EscalationStrip() {
  const { pollMs } = useLive();
  const { user } = useSession();
  const pushed = usePushedEscalations();
  const open = useOpenEscalations(pollMs);
  const handovers = useHandovers().data;
  const { press, pendingId, answered, dismiss } = useAcknowledge();
  const [all, setAll] = useState(false);
  const items = open.data?.items ?? [];
  const mine = items.filter((item) => concernsMe(item, user, pushed));
  const shown = all ? items : mine.slice(0, shownAtFirst);
  const leaves = (handovers?.items.length ?? 0) > 0;
  if (mine.length === 0 && !all && answered === null && !open.isError && !leaves) return null;
  return (
    <section className={classes.strip} aria-label="Open escalations">
      {open.isError && (
        <p className={classes.stripFault} role="status">
          Open escalations cannot be read now: {explain(open.error)}
        </p>
      )}
      {handovers && <HandoverLine {...handovers} />}
      {answered && <AnsweredLine answered={answered} onDismiss={dismiss} />}
      {shown.length > 0 && (
        <ul className={classes.stripList}>
          {shown.map((item) => (
            <StripItem
              key={item.escalation.id}
              item={item}
              pending={pendingId === item.escalation.id}
              onAcknowledge={() => press(item.escalation.id)}
            />
          ))}
        </ul>
      )}
      {(items.length > shown.length || all) && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)}>
          {all
            ? 'Show only what concerns me'
            : `Show all ${items.length}${open.data?.cursor ? '+' : ''} open escalations (${mine.length} ${mine.length === 1 ? 'concerns' : 'concern'} you)`}
        </Button>
      )}
    </section>
  );
}

interface ItemProps {
  readonly item: EscalationItem;
  readonly pending: boolean;
  readonly onAcknowledge: () => void;
}

function StripItem({ item: { escalation, case: about }, pending, onAcknowledge }: ItemProps) {
  const nameOf = useNameOf();
  return (
    <li className={classes.stripItem}>
      <IconTrendingUp size={18} aria-hidden className={classes.stripIcon} />
      <p>
        <PriorityMark priority={about.priority} />{' '}
        <Link href={`/cases/${about.id}`}>{about.subject || about.id}</Link>{' '}
        <span>{causeWords(escalation, nameOf)}</span>{' '}
        <span className="dim">
          {about.assignee === null ? 'nobody has the case' : `${nameOf(about.assignee)} has the case`}
          {escalation.nextStepAt !== null && (
            <>
              , next step <NextStep at={escalation.nextStepAt} />
            </>
          )}
        </span>
      </p>
      <Button
        size="compact-sm"
        loading={pending}
        onClick={onAcknowledge}
        aria-label={`Acknowledge ${escalation.id}`}
      >
        Acknowledge
      </Button>
    </li>
  );
}
