import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { viewOf } from '../../../core/case/status.ts';
import type { CaseDetail } from '../api/cases.ts';
import { ActDialog } from '../case/act-dialog.tsx';
import { DepartmentField } from '../escalation/department-field.tsx';
import { announce } from '../shell/announcer.tsx';
import { useAskDepartment } from './consult-acts.ts';

interface Props {
  readonly detail: CaseDetail;
  readonly onClose: () => void;
}

export function AskDialog({ detail: { case: subject }, onClose }: Props) {
  const [department, setDepartment] = useState('');
  const [text, setText] = useState('');
  const [hold, setHold] = useState(false);
  const ask = useAskDepartment(subject.id);
  const isOnHold = subject.status === 'on-hold';
  const missing =
    viewOf(subject.status) === 'done'
      ? `The case is ${subject.status}: reopen it before you ask anybody about it.`
      : department === ''
        ? 'Choose whom to ask.'
        : text.trim() === ''
          ? 'Write the question.'
          : null;
  const confirm = () =>
    ask.mutate(
      { department, text: text.trim(), hold: hold && !isOnHold },
      {
        onSuccess: () => {
          announce('Asked.');
          onClose();
        },
      },
    );
  return (
    <ActDialog
      title={`Ask a department about ${subject.id}`}
      confirm="Send the question"
      missing={missing}
      pending={ask.isPending}
      error={ask.error}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <DepartmentField value={department} onChange={setDepartment} />
      <Textarea
        label="What do you ask?"
        description="They get these words and the number of the case: who wrote and what about, only if you write it. The customer does not see it."
        required
        autosize
        minRows={5}
        maxRows={14}
        maxLength={200_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {isOnHold ? (
        <p className="dim">The case is on hold already. Their answer opens it again.</p>
      ) : (
        <Checkbox
          label="Put the case on hold until they answer"
          description="Our own time on it stops. What we promised the customer goes on."
          checked={hold}
          onChange={(event) => setHold(event.currentTarget.checked)}
        />
      )}
    </ActDialog>
  );
}
