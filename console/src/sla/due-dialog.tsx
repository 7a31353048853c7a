import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ClockState } from '../../../core/sla/clock-state.ts';
import { useSetDue } from '../api/sla.ts';
import { ActDialog } from '../case/act-dialog.tsx';
import { ReasonField } from '../case/reason-field.tsx';
import { announce } from '../shell/announcer.tsx';
import { deskNow } from '../time/desk-clock.ts';
import { nameOfClock } from './clock-words.ts';
import { fromWallText, toWallText } from './wall-text.ts';
import { localZone } from './zone-time.ts';

interface Props {
  readonly caseId: string;
  readonly clock: ClockState;
  readonly onClose: () => void;
}

/** A date that a person sets holds through priorities and new policies, until it is given back. */
export function DueDialog({ caseId, clock, onClose }: Props) {
  const [written, setWritten] = useState(
    toWallText(Math.max(Date.parse(clock.dueAt ?? ''), deskNow() + 3_600_000) || deskNow() + 3_600_000),
  );
  const [reason, setReason] = useState('');
  const set = useSetDue(caseId);
  const name = nameOfClock(clock);
  const dueMs = fromWallText(written);
  const isPast = dueMs !== null && dueMs <= deskNow();
  const missing =
    dueMs === null
      ? 'Choose a day and a time.'
      : isPast
        ? 'This time is past.'
        : reason.trim() === ''
          ? 'Write why.'
          : null;
  const save = (dueAt: string | null) =>
    set.mutate(
      { clock: clock.clock, instance: clock.instance, dueAt, reason: reason.trim() },
      {
        onSuccess: () => {
          announce(dueAt === null ? 'Given back to the policy.' : 'Due date set.');
          onClose();
        },
      },
    );
  return (
    <ActDialog
      title={`When ${name} is due`}
      confirm="Set the date"
      missing={missing}
      pending={set.isPending}
      error={set.error}
      onConfirm={() => save(new Date(dueMs ?? 0).toISOString())}
      onCancel={onClose}
    >
      <TextInput
        type="datetime-local"
        label="Due"
        description={`By the clock of this computer (${localZone}). Closed hours do not move it; a pause does.`}
        required
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
      <ReasonField label="Why?" value={reason} onChange={setReason} />
      {clock.override !== null && (
        <Button variant="default" disabled={reason.trim() === '' || set.isPending} onClick={() => save(null)}>
          Give it back to the policy
        </Button>
      )}
    </ActDialog>
  );
}
