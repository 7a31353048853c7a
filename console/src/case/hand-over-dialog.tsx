import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useHandOver } from '../api/case-acts.ts';
import type { CaseDetail } from '../api/cases.ts';
import { announce } from '../shell/announcer.tsx';
import { ActDialog } from './act-dialog.tsx';
import { PersonSelect } from './person-select.tsx';

interface Props {
  readonly detail: CaseDetail;
  readonly onClose: () => void;
}

/** Nobody who waits for us is left to a person who has gone home. */
export function HandOverDialog({ detail: { case: subject }, onClose }: Props) {
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const handOver = useHandOver(subject.id);
  const confirm = () =>
    handOver.mutate(
      { to, note: note.trim() },
      {
        onSuccess: () => {
          announce('Handed over.');
          onClose();
        },
      },
    );
  return (
    <ActDialog
      title={`Hand ${subject.id} over`}
      confirm="Hand over"
      missing={to === '' ? 'Choose who takes it.' : note.trim() === '' ? 'Write what they must know.' : null}
      pending={handOver.isPending}
      error={handOver.error}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <PersonSelect label="Who takes the case on?" value={to} without={subject.assignee} onChange={setTo} />
      <Textarea
        label="What must they know?"
        description="They read this first. It is kept in the case's history."
        required
        rows={4}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
