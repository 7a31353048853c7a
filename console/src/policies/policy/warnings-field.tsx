import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useEditor, useProblemsUnder } from '../editor-context.tsx';
import { Fact } from '../fields/fact.tsx';
import { ProblemLines } from '../fields/problem-lines.tsx';
import { type DraftPolicy, isUnread } from '../promises-draft.ts';
import { readPercents } from './read-percents.ts';

interface Props {
  readonly field: string;
  readonly value: DraftPolicy['warnings'];
  readonly onChange: (value: DraftPolicy['warnings']) => void;
}

export function WarningsField({ field, value, onChange }: Props) {
  const { canEdit } = useEditor();
  const [typed, setTyped] = useState<string | null>(null);
  const problems = useProblemsUnder(field);
  const text = isUnread(value) ? value.unread : value.map((percent) => `${percent} %`).join(', ');
  if (!canEdit) return <Fact label="Warnings">{text || 'none'}</Fact>;
  return (
    <TextInput
      label="Warnings"
      description="At which part of the time somebody is warned; empty for never."
      placeholder="50 %, 80 %"
      autoComplete="off"
      value={typed ?? text}
      error={problems.length > 0 && <ProblemLines problems={problems} />}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(readPercents(event.currentTarget.value));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
