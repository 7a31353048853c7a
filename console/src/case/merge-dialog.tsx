import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useMerge } from '../api/case-acts.ts';
import type { CaseDetail } from '../api/cases.ts';
import { announce } from '../shell/announcer.tsx';
import { ActDialog } from './act-dialog.tsx';
import { ReasonField } from './reason-field.tsx';

interface Props {
  readonly detail: CaseDetail;
  readonly onClose: () => void;
}

const caseIdPattern = /^HW-[0-9A-HJKMNP-TV-Z]{8}$/;

export function MergeDialog({ detail: { case: subject }, onClose }: Props) {
  const [written, setWritten] = useState('');
  const [reason, setReason] = useState('');
  const [, navigate] = useLocation();
  const merge = useMerge(subject.id);
  const into = written.trim().toUpperCase();
  const missing = !caseIdPattern.test(into)
    ? 'Give the number of the other case, such as HW-7K2MQ9XA.'
    : into === subject.id
      ? 'A case cannot be merged into itself.'
      : reason.trim() === ''
        ? 'Write why.'
        : null;
  const confirm = () =>
    merge.mutate(
      { into, expectedVersion: subject.version, reason: reason.trim() },
      {
        onSuccess: () => {
          announce(`Merged into ${into}.`);
          onClose();
          navigate(`/cases/${into}`);
        },
      },
    );
  return (
    <ActDialog
      title={`Merge ${subject.id} into another case`}
      confirm="Merge"
      missing={missing}
      pending={merge.isPending}
      error={merge.error}
      danger
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p>This case is closed and its promises end. The other one goes on for both.</p>
      <TextInput
        label="Into which case?"
        required
        placeholder="HW-…"
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
      <ReasonField label="Why are they one?" value={reason} onChange={setReason} />
    </ActDialog>
  );
}
