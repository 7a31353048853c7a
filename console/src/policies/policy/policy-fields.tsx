import { fieldPath } from '../../../../core/validation/explain-issues.ts';
import { useEditor } from '../editor-context.tsx';
import { ChoiceField } from '../fields/choice-field.tsx';
import { DurationField } from '../fields/duration-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import classes from '../policies.module.css';
import type { DraftPolicy } from '../promises-draft.ts';
import { MatchFields } from './match-fields.tsx';
import { TargetGrid } from './target-grid.tsx';
import { WarningsField } from './warnings-field.tsx';

interface Props {
  readonly policy: DraftPolicy;
  readonly index: number;
  readonly onChange: (next: DraftPolicy) => void;
}

export function PolicyFields({ policy, index, onChange }: Props) {
  const { draft } = useEditor();
  const at = (...path: (string | number)[]) => fieldPath(['policies', index, ...path]);
  const option = (id: string) => ({ value: id, label: id });
  const ladders = Object.entries(draft.ladders).map(([id, { name }]) => ({
    value: id,
    label: `${name} (${id})`,
  }));
  return (
    <div className={classes.fields}>
      <TextField
        label="Name"
        field={at('name')}
        value={policy.name}
        onChange={(name) => onChange({ ...policy, name })}
      />
      <TextField
        label="Id"
        field={at('id')}
        value={policy.id}
        onChange={(id) => onChange({ ...policy, id })}
      />
      <div className={classes.wide}>
        <MatchFields
          match={policy.match}
          field={at('match')}
          onChange={(match) => onChange({ ...policy, match })}
        />
      </div>
      <ChoiceField
        label="Calendar"
        description="The hours that count for the reply and department clocks."
        field={at('calendar')}
        value={policy.calendar}
        options={Object.keys(draft.calendars).map(option)}
        onChange={(calendar) => onChange({ ...policy, calendar })}
      />
      <ChoiceField
        label="Ladder"
        description="Who is told before and after a promise is broken."
        field={at('escalation')}
        value={policy.escalation ?? ''}
        options={[{ value: '', label: 'none: a breach is only recorded' }, ...ladders]}
        onChange={(ladder) => onChange({ ...policy, escalation: ladder === '' ? undefined : ladder })}
      />
      <div className={classes.wide}>
        <TargetGrid policy={policy} index={index} onChange={(targets) => onChange({ ...policy, targets })} />
      </div>
      <WarningsField
        field={at('warnings')}
        value={policy.warnings}
        onChange={(warnings) => onChange({ ...policy, warnings })}
      />
      <DurationField
        label="Grace after reopening"
        description="What total resolution has left at least."
        field={at('reopenGraceMinutes')}
        value={policy.reopenGraceMinutes}
        required
        onChange={(reopenGraceMinutes) => onChange({ ...policy, reopenGraceMinutes })}
      />
    </div>
  );
}
