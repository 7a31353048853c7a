import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { EscalateTo } from '../../../core/escalation/escalation.ts';
import type { CaseDetail } from '../api/cases.ts';
import { useEscalate } from '../api/escalations.ts';
import { ActDialog } from '../case/act-dialog.tsx';
import { PersonSelect } from '../case/person-select.tsx';
import { ReasonField } from '../case/reason-field.tsx';
import { announce } from '../shell/announcer.tsx';
import { DepartmentField } from './department-field.tsx';

interface Props {
  readonly detail: CaseDetail;
  readonly onClose: () => void;
}

const rungs = [
  { value: 'agent', label: 'the agent who has it' },
  { value: 'lead', label: 'the lead' },
  { value: 'manager', label: 'the manager' },
  { value: 'head', label: 'the head' },
] as const;

type Kind = 'tier' | 'user' | 'department';

export function EscalateDialog({ detail: { case: subject }, onClose }: Props) {
  const [kind, setKind] = useState<Kind>('tier');
  const [tier, setTier] = useState<(typeof rungs)[number]['value']>('lead');
  const [user, setUser] = useState('');
  const [department, setDepartment] = useState('');
  const [reason, setReason] = useState('');
  const escalate = useEscalate(subject.id);
  const to: EscalateTo =
    kind === 'tier' ? { tier } : kind === 'user' ? { user } : { department: department.trim() };
  const isOpen = kind === 'tier' || (kind === 'user' ? user !== '' : department.trim() !== '');
  const confirm = () =>
    escalate.mutate(
      { to, reason: reason.trim() },
      {
        onSuccess: () => {
          announce('Escalated.');
          onClose();
        },
      },
    );
  return (
    <ActDialog
      title={`Escalate ${subject.id}`}
      confirm="Escalate"
      missing={!isOpen ? 'Choose to whom.' : reason.trim() === '' ? 'Write why.' : null}
      pending={escalate.isPending}
      error={escalate.error}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <NativeSelect
        label="To"
        value={kind}
        data={[
          { value: 'tier', label: 'a level of the ladder' },
          { value: 'user', label: 'a person' },
          { value: 'department', label: 'another department' },
        ]}
        onChange={(event) => setKind(event.currentTarget.value as Kind)}
      />
      {kind === 'tier' && (
        <NativeSelect
          label="Level"
          description="Whoever does not answer in time is followed by the level above."
          value={tier}
          data={[...rungs]}
          onChange={(event) => setTier(event.currentTarget.value as typeof tier)}
        />
      )}
      {kind === 'user' && <PersonSelect label="Person" value={user} onChange={setUser} />}
      {kind === 'department' && <DepartmentField value={department} onChange={setDepartment} />}
      <ReasonField label="Why?" value={reason} onChange={setReason} />
    </ActDialog>
  );
}
