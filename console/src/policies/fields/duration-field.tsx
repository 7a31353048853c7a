import { TextInput } from '@mantine/core';
import { useEditor, useProblemsAt } from '../editor-context.tsx';
import type { DraftMinutes } from '../promises-draft.ts';
import { Fact } from './fact.tsx';
import { ProblemLines } from './problem-lines.tsx';
import { durationWords, useDurationText } from './use-duration-text.ts';

interface Common {
  readonly label: string;
  readonly field: string;
  readonly value: DraftMinutes | undefined;
  readonly description?: string;
  readonly placeholder?: string;
}
type Props = Common &
  (
    | { readonly required: true; readonly onChange: (value: DraftMinutes) => void }
    | { readonly required?: false; readonly onChange: (value: DraftMinutes | undefined) => void }
  );

export function DurationField(props: Props) {
  const { label, field, value, description, placeholder } = props;
  const { canEdit } = useEditor();
  const problems = useProblemsAt(field);
  const input = useDurationText(value, props.required === true, (next) => {
    if (!props.required) props.onChange(next);
    else if (next !== undefined) props.onChange(next);
  });
  if (!canEdit) return <Fact label={label}>{durationWords(value) || 'none'}</Fact>;
  return (
    <TextInput
      {...input}
      label={label}
      description={description}
      placeholder={placeholder}
      autoComplete="off"
      error={problems.length > 0 && <ProblemLines problems={problems} />}
    />
  );
}
