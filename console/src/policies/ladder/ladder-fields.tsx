import { Button } from '@mantine/core';
import { tiers } from '../../../../core/escalation/ladder.ts';
import { fieldPath } from '../../../../core/validation/explain-issues.ts';
import { spoken } from '../../case/vocabulary-words.ts';
import { useEditor, useProblemsAt } from '../editor-context.tsx';
import { ChoiceField } from '../fields/choice-field.tsx';
import { DurationField } from '../fields/duration-field.tsx';
import { ProblemLines } from '../fields/problem-lines.tsx';
import { TextField } from '../fields/text-field.tsx';
import classes from '../policies.module.css';
import type { DraftLadder } from '../promises-draft.ts';
import { RemoveButton } from '../remove-button.tsx';
import { NoticeFields } from './notice-fields.tsx';

interface Props {
  readonly id: string;
  readonly ladder: DraftLadder;
  readonly onChange: (next: DraftLadder) => void;
}

export function LadderFields({ id, ladder, onChange }: Props) {
  const { canEdit } = useEditor();
  const at = (...path: (string | number)[]) => fieldPath(['ladders', id, ...path]);
  const levelProblems = useProblemsAt(at('levels'));
  const { reminders, levels } = ladder;
  const usual = {
    targets: [{ assignee: true }] as const,
    channels: ['console', 'email'] as ('console' | 'email')[],
  };
  const nextTier = tiers[tiers.indexOf(levels.at(-1)?.tier ?? 'agent') + 1];
  return (
    <div className={classes.fields}>
      <TextField
        label="Name"
        field={at('name')}
        value={ladder.name}
        onChange={(name) => onChange({ ...ladder, name })}
      />
      <DurationField
        label="Tell the last level again every"
        description="Until somebody answers; empty for once."
        field={at('repeatLastMinutes')}
        value={ladder.repeatLastMinutes}
        onChange={(repeatLastMinutes) => onChange({ ...ladder, repeatLastMinutes })}
      />
      <section className={`${classes.wide} ${classes.group}`} aria-label="Reminders">
        <h4 className={classes.groupTitle}>Reminders, before it is due</h4>
        {reminders.map((reminder, index) => (
          // Reminders have no name; their place tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={classes.rung}>
            <DurationField
              label="Before it is due"
              field={at('reminders', index, 'beforeMinutes')}
              value={reminder.beforeMinutes}
              required
              onChange={(beforeMinutes) =>
                onChange({ ...ladder, reminders: reminders.with(index, { ...reminder, beforeMinutes }) })
              }
            />
            <NoticeFields
              field={at('reminders', index)}
              notice={reminder}
              onChange={(notice) =>
                onChange({ ...ladder, reminders: reminders.with(index, { ...reminder, ...notice }) })
              }
            />
            {canEdit && (
              <RemoveButton
                what={`reminder ${index + 1}`}
                onRemove={() => onChange({ ...ladder, reminders: reminders.toSpliced(index, 1) })}
              />
            )}
          </div>
        ))}
        {canEdit && (
          <Button
            variant="default"
            size="xs"
            onClick={() =>
              onChange({ ...ladder, reminders: [...reminders, { beforeMinutes: 30, ...usual }] })
            }
          >
            Add a reminder
          </Button>
        )}
      </section>
      <section className={`${classes.wide} ${classes.group}`} aria-label="Levels">
        <h4 className={classes.groupTitle}>Levels, after it is broken</h4>
        <ProblemLines problems={levelProblems} />
        {levels.map((level, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={classes.rung}>
            <ChoiceField
              label="Level"
              field={at('levels', index, 'tier')}
              value={level.tier}
              options={tiers.map((tier) => ({ value: tier, label: spoken(tier) }))}
              onChange={(tier) =>
                onChange({
                  ...ladder,
                  levels: levels.with(index, {
                    ...level,
                    tier: tiers.find((known) => known === tier) ?? level.tier,
                  }),
                })
              }
            />
            <DurationField
              label="Then waits"
              description="Before the next level is told."
              field={at('levels', index, 'waitMinutes')}
              value={level.waitMinutes}
              required
              onChange={(waitMinutes) =>
                onChange({ ...ladder, levels: levels.with(index, { ...level, waitMinutes }) })
              }
            />
            <NoticeFields
              field={at('levels', index)}
              notice={level}
              onChange={(notice) =>
                onChange({ ...ladder, levels: levels.with(index, { ...level, ...notice }) })
              }
            />
            {canEdit && (
              <RemoveButton
                what={`level ${index + 1}`}
                onRemove={() => onChange({ ...ladder, levels: levels.toSpliced(index, 1) })}
              />
            )}
          </div>
        ))}
        {canEdit && levels.length < tiers.length && (
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              const tier = nextTier ?? 'head';
              const level = { tier, waitMinutes: 30, targets: [{ role: tier }], channels: usual.channels };
              onChange({ ...ladder, levels: [...levels, level] });
            }}
          >
            Add a level
          </Button>
        )}
      </section>
    </div>
  );
}
