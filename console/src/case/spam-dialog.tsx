import { useState } from 'react';
import { useMarkSpam } from '../api/case-acts.ts';
import type { CaseDetail } from '../api/cases.ts';
import { announce } from '../shell/announcer.tsx';
import { ActDialog } from './act-dialog.tsx';
import { ReasonField } from './reason-field.tsx';

interface Props {
  readonly detail: CaseDetail;
  readonly onClose: () => void;
}

export function SpamDialog({ detail: { case: subject }, onClose }: Props) {
  const [reason, setReason] = useState('');
  const mark = useMarkSpam(subject.id);
  const isSpam = subject.flags.includes('spam');
  const confirm = () =>
    mark.mutate(
      { spam: !isSpam, reason: reason.trim() },
      {
        onSuccess: () => {
          announce(isSpam ? 'No longer marked as spam.' : 'Marked as spam.');
          onClose();
        },
      },
    );
  return (
    <ActDialog
      title={isSpam ? `${subject.id} is no spam` : `Mark ${subject.id} as spam`}
      confirm={isSpam ? 'Take the mark off' : 'Mark as spam'}
      missing={reason.trim() === '' ? 'Write why.' : null}
      pending={mark.isPending}
      error={mark.error}
      danger={!isSpam}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p>
        {isSpam
          ? 'Its promises run again from where they stood.'
          : 'Its promises are cancelled and nobody is answered. The mail is kept.'}
      </p>
      <ReasonField
        label={isSpam ? 'Why is it a real message?' : 'Why is nobody waiting for an answer?'}
        value={reason}
        onChange={setReason}
      />
    </ActDialog>
  );
}
