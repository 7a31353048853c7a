import { TextInput } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useEditor, useProblemsAt } from '../editor-context.tsx';
import { Fact } from './fact.tsx';
import { ProblemLines } from './problem-lines.tsx';

interface Props extends Omit<ComponentProps<typeof TextInput>, 'value' | 'onChange' | 'label' | 'error'> {
  readonly label: string;
  /** The path whose problems are shown here. */
  readonly field: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, field, value, onChange, ...rest }: Props) {
  const { canEdit } = useEditor();
  const problems = useProblemsAt(field);
  if (!canEdit) return <Fact label={label}>{value || 'none'}</Fact>;
  return (
    <TextInput
      {...rest}
      label={label}
      value={value}
      autoComplete="off"
      error={problems.length > 0 && <ProblemLines problems={problems} />}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
