import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { identifierSchema } from '../../../core/config/identifier.ts';
import { useEditor } from './editor-context.tsx';
import classes from './policies.module.css';

interface Props {
  /** Such as `calendar`. */
  readonly what: string;
  readonly taken: readonly string[];
  readonly onAdd: (id: string) => void;
}

/** Others are named by their id, so a new one begins with it. */
export function NewItemForm({ what, taken, onAdd }: Props) {
  const { canEdit } = useEditor();
  const [id, setId] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  if (!canEdit) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = identifierSchema.safeParse(id);
    if (!parsed.success) return setProblem(parsed.error.issues[0]?.message ?? 'is no id');
    if (taken.includes(id)) return setProblem(`there is a ${what} "${id}" already; write another id`);
    setId('');
    setProblem(null);
    onAdd(id);
  };
  return (
    <form onSubmit={submit} className={classes.newItem}>
      <TextInput
        label={`Id of a new ${what}`}
        value={id}
        error={problem}
        autoComplete="off"
        onChange={(event) => setId(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        Add the {what}
      </Button>
    </form>
  );
}
