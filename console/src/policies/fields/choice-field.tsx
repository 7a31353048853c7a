import { NativeSelect } from '@mantine/core';
import { useEditor, useProblemsAt } from '../editor-context.tsx';
import { Fact } from './fact.tsx';
import { ProblemLines } from './problem-lines.tsx';

interface Props {
  readonly label: string;
  readonly field: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly description?: string;
}

/** One of a list. A value that the list does not have stays and is shown as it is. */
export function ChoiceField({ label, field, value, options, onChange, description }: Props) {
  const { canEdit } = useEditor();
  const problems = useProblemsAt(field);
  const known = options.find((option) => option.value === value);
  if (!canEdit) return <Fact label={label}>{known?.label ?? value}</Fact>;
  const data = known
    ? [...options]
    : [{ value, label: value === '' ? 'choose' : `${value} (is gone)` }, ...options];
  return (
    <NativeSelect
      label={label}
      description={description}
      value={value}
      data={data}
      error={problems.length > 0 && <ProblemLines problems={problems} />}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
