import { Button } from '@mantine/core';
import { IconTrendingUp } from '@tabler/icons-react';
import type { EscalationEvent } from '../../../core/escalation/escalation-event.ts';
import type { PolicySet } from '../../../core/sla/policy-set.ts';
import { isMetricEvent, type SlaRecord } from '../../../core/sla/sla-record.ts';
import type { ShownEscalation } from '../api/escalation-item.ts';
import { useNameOf } from '../api/session.ts';
import { toldWords } from '../sla/sla-record-words.ts';
import { Timestamp } from '../time/timestamp.tsx';
import classes from './escalation.module.css';
import { causeWords, nextWords } from './escalation-words.ts';
import { NextStep } from './next-step.tsx';

interface Props {
  readonly escalation: ShownEscalation;
  readonly log: readonly SlaRecord[];
  /** The version that its ladder is of; null where it is not at hand. */
  readonly policies: PolicySet | null;
  readonly pending: boolean;
  readonly onAcknowledge: () => void;
}

/** An open escalation: whom it told and when, who is next and when, and the button that ends it. */
export function EscalationPanel({ escalation, log, policies, pending, onAcknowledge }: Props) {
  const nameOf = useNameOf();
  const { id, openedAt, nextStepAt, cause } = escalation;
  const told = log
    .filter((record) => isOf(record, id))
    .map((record) => ({ record, line: lineOf(record, nameOf) }));
  const next = nextWords(escalation, policies, nameOf);
  return (
    <section className={`card ${classes.panel}`} aria-label={`Escalation ${id}`}>
      <header className={classes.head}>
        <IconTrendingUp size={20} aria-hidden />
        <h2 className={classes.title}>
          {cause.kind === 'promise' ? 'Escalated: ' : 'Escalation: '}
          {causeWords(escalation, nameOf)} <span className="mono dim">{id}</span>
        </h2>
      </header>
      <ul className={classes.told}>
        <li>
          Begun <Timestamp at={openedAt} />
        </li>
        {told.map(
          ({ record, line }) =>
            line !== null && (
              <li key={`${record.type}-${record.at}`}>
                {line}, <Timestamp at={record.at} />
              </li>
            ),
        )}
        <li>
          {next === null || nextStepAt === null ? (
            'Nobody more is told after this.'
          ) : (
            <>
              Next: {next}, <NextStep at={nextStepAt} />
            </>
          )}
        </li>
      </ul>
      <Button size="md" loading={pending} onClick={onAcknowledge}>
        Acknowledge: I take this on
      </Button>
    </section>
  );
}

function isOf(record: SlaRecord, id: string): record is EscalationEvent {
  return !isMetricEvent(record) && record.escalationId === id;
}

function lineOf(record: EscalationEvent, nameOf: (userId: string) => string): string | null {
  switch (record.type) {
    case 'escalation.reminded':
      return `Reminded ${toldWords(record.notices, nameOf)}`;
    case 'escalation.notified':
      return `Level ${record.level + 1} (${record.tier}) told ${toldWords(record.notices, nameOf)}`;
    case 'escalation.undelivered':
      return `Could not tell ${toldWords([record.notice], nameOf)}: ${record.error}`;
    default:
      return null;
  }
}
