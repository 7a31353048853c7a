import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { type CaseDetail, useChangeCase } from '../api/cases.ts';
import { announce } from '../shell/announcer.tsx';
import { ActDialog } from './act-dialog.tsx';

interface Props {
  readonly detail: CaseDetail;
  readonly onClose: () => void;
}

/** Tags may choose another policy, so they are set at once, all together. */
export function TagsDialog({ detail: { case: subject }, onClose }: Props) {
  const [written, setWritten] = useState(subject.tags.join(' '));
  const change = useChangeCase(subject.id);
  const tags = [
    ...new Set(
      written
        .toLowerCase()
        .split(/[\s,#]+/)
        .filter((tag) => tag !== ''),
    ),
  ];
  const isSame = tags.length === subject.tags.length && tags.every((tag) => subject.tags.includes(tag));
  const confirm = () =>
    change.mutate(
      { expectedVersion: subject.version, tags },
      {
        onSuccess: () => {
          announce('Tags set.');
          onClose();
        },
      },
    );
  return (
    <ActDialog
      title={`Tags of ${subject.id}`}
      confirm="Set the tags"
      missing={isSame ? 'Nothing is changed yet.' : null}
      pending={change.isPending}
      error={change.error}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <TextInput
        label="Tags"
        description="Lower case, apart by spaces. A tag can bring another policy, and so other due times."
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
