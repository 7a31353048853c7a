import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useEditor, useProblemsUnder } from '../editor-context.tsx';
import { Fact } from './fact.tsx';
import { ProblemLines } from './problem-lines.tsx';

interface Props {
  readonly label: string;
  readonly field: string;
  readonly value: readonly string[] | undefined;
  readonly onChange: (value: string[] | undefined) => void;
  readonly placeholder?: string;
}

/** Words with commas between them; empty for any. */
export function WordsField({ label, field, value, onChange, placeholder }: Props) {
  const { canEdit } = useEditor();
  const [typed, setTyped] = useState<string | null>(null);
  const problems = useProblemsUnder(field);
  const text = (value ?? []).join(', ');
  if (!canEdit) return <Fact label={label}>{text || 'any'}</Fact>;
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      autoComplete="off"
      value={typed ?? text}
      error={problems.length > 0 && <ProblemLines problems={problems} />}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const words = event.currentTarget.value.split(',').map((word) => word.trim());
        const given = words.filter((word) => word !== '');
        onChange(given.length === 0 ? undefined : given);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
