import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type LadderTarget, type Tier, tiers } from '../../../../core/escalation/ladder.ts';
import { useNameOf, useSession } from '../../api/session.ts';
import { useEditor, useProblemsUnder } from '../editor-context.tsx';
import { ProblemLines } from '../fields/problem-lines.tsx';
import classes from '../policies.module.css';
import type { NamedSchedule } from '../promises-api.ts';
import { kindOfTarget, type TargetKind } from './target-kind.ts';

interface Props {
  readonly target: LadderTarget;
  readonly field: string;
  readonly onChange: (next: LadderTarget) => void;
  readonly onRemove: () => void;
}

const kindWords: Readonly<Record<TargetKind, string>> = {
  assignee: 'the assignee',
  role: 'everyone who is',
  user: 'a person',
  schedule: 'on call in schedule',
};

export function TargetFields({ target, field, onChange, onRemove }: Props) {
  const { canEdit, schedules } = useEditor();
  const { users, user } = useSession();
  const nameOf = useNameOf();
  const problems = useProblemsUnder(field);
  const kind = kindOfTarget(target);
  const people = users.some(({ id }) => id === user.id) ? users : [user, ...users];
  if (!canEdit) {
    return (
      <span>
        {kindWords[kind]} {whomWords(target, nameOf, schedules)}
      </span>
    );
  }
  const setKind = (next: TargetKind) => {
    if (next === 'assignee') onChange({ assignee: true });
    else if (next === 'role') onChange({ role: 'lead' });
    else if (next === 'user') onChange({ user: user.id });
    else onChange({ schedule: '' });
  };
  return (
    <span className={classes.target}>
      <select
        className={classes.kind}
        aria-label="Whom"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as TargetKind)}
      >
        {Object.entries(kindWords).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {'role' in target && (
        <select
          className={classes.kind}
          aria-label="Level of the people"
          value={target.role}
          onChange={(event) => onChange({ role: event.currentTarget.value as Tier })}
        >
          {tiers.map((tier) => (
            <option key={tier}>{tier}</option>
          ))}
        </select>
      )}
      {'user' in target && (
        <select
          className={classes.kind}
          aria-label="Person"
          value={target.user}
          onChange={(event) => onChange({ user: event.currentTarget.value })}
        >
          {!people.some(({ id }) => id === target.user) && (
            <option value={target.user}>{target.user} (is gone)</option>
          )}
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {'schedule' in target && (
        <select
          className={classes.kind}
          aria-label="Schedule"
          aria-invalid={problems.length > 0 || undefined}
          value={target.schedule}
          onChange={(event) => onChange({ schedule: event.currentTarget.value })}
        >
          {!schedules.some(({ id }) => id === target.schedule) && (
            <option value={target.schedule}>
              {target.schedule === '' ? 'choose a schedule' : `${target.schedule} (is gone)`}
            </option>
          )}
          {schedules.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label="Do not tell them" onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
      <ProblemLines problems={problems} />
    </span>
  );
}

function whomWords(
  target: LadderTarget,
  nameOf: (userId: string) => string,
  schedules: readonly NamedSchedule[],
): string {
  if ('role' in target) return target.role;
  if ('user' in target) return nameOf(target.user);
  if (!('schedule' in target)) return '';
  return schedules.find(({ id }) => id === target.schedule)?.name ?? target.schedule;
}
