import { useState } from 'react';
import type { Consult } from '../../../core/consult/consult.ts';
import { ActDialog } from '../case/act-dialog.tsx';
import { ReasonField } from '../case/reason-field.tsx';
import { announce } from '../shell/announcer.tsx';
import { useWithdrawConsult } from './consult-acts.ts';
import { endedWords } from './ended-words.ts';

interface Props {
  readonly caseId: string;
  readonly consult: Consult;
  readonly department: string;
  /** Nothing else is open whose answer would open the case again. */
  readonly staysOnHold: boolean;
  readonly onClose: () => void;
}

export function WithdrawDialog({ caseId, consult, department, staysOnHold, onClose }: Props) {
  const [reason, setReason] = useState('');
  const withdraw = useWithdrawConsult(caseId, consult.id);
  const confirm = () =>
    withdraw.mutate(
      { reason: reason.trim() },
      {
        onSuccess: () => {
          announce('Question withdrawn.');
          onClose();
        },
      },
    );
  return (
    <ActDialog
      title={`Withdraw the question to ${department}`}
      confirm="Withdraw"
      missing={endedWords(consult) ?? (reason.trim() === '' ? 'Write why.' : null)}
      pending={withdraw.isPending}
      error={withdraw.error}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <p>
        We no longer wait and their promise is cancelled. They are not told; what they answer all the same is
        kept.{staysOnHold && ' The case stays on hold until somebody sets another status.'}
      </p>
      <ReasonField label="Why is the answer not needed any more?" value={reason} onChange={setReason} />
    </ActDialog>
  );
}
