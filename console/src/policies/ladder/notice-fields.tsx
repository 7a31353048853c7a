import { Button } from '@mantine/core';
import type { LadderTarget } from '../../../../core/escalation/ladder.ts';
import { useEditor, useProblemsAt } from '../editor-context.tsx';
import { ProblemLines } from '../fields/problem-lines.tsx';
import { ToggleSet } from '../fields/toggle-set.tsx';
import classes from '../policies.module.css';
import type { DraftNotice } from '../promises-draft.ts';
import { TargetFields } from './target-fields.tsx';

interface Props {
  readonly field: string;
  readonly notice: DraftNotice;
  readonly onChange: (next: DraftNotice) => void;
}

const channels = ['console', 'email', 'webhook'] as const;
const channelWords = { console: 'Console', email: 'E-mail', webhook: 'Webhook' };

/** Whom a reminder or a level tells, and how. */
export function NoticeFields({ field, notice, onChange }: Props) {
  const { canEdit } = useEditor();
  const problems = [...useProblemsAt(field), ...useProblemsAt(`${field}.targets`)];
  const { targets } = notice;
  const put = (next: readonly LadderTarget[]) => onChange({ targets: next, channels: notice.channels });
  return (
    <div className={classes.notice}>
      <div className={classes.targets} role="group" aria-label="Who is told">
        <span className={classes.label}>Who is told</span>
        {targets.map((target, index) => (
          <TargetFields
            // A target is its value, and the same may stand twice while it is edited.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            target={target}
            field={`${field}.targets[${index}]`}
            onChange={(next) => put(targets.with(index, next))}
            onRemove={() => put(targets.toSpliced(index, 1))}
          />
        ))}
        {canEdit && (
          <Button variant="default" size="xs" onClick={() => put([...targets, { role: 'lead' }])}>
            Add somebody
          </Button>
        )}
        <ProblemLines problems={problems} />
      </div>
      <ToggleSet
        label="By"
        none="choose at least one"
        field={`${field}.channels`}
        options={channels}
        words={(channel) => channelWords[channel]}
        value={notice.channels}
        onChange={(value) => onChange({ targets, channels: value ?? [] })}
      />
    </div>
  );
}
