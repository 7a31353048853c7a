import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './case.module.css';

interface Props {
  readonly title: string;
  readonly label: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}

/** For what must not happen without a reason on record. */
export function ReasonDialog({ title, label, confirm, danger, onConfirm, onCancel }: Props) {
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given) onConfirm(given);
  };
  return (
    <Modal opened onClose={onCancel} title={title} centered closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit}>
        <Textarea
          label={label}
          description="It is kept in the case's history."
          required
          data-autofocus
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={classes.dialogActs}>
          <Button variant="default" onClick={onCancel}>
            Leave it as it is
          </Button>
          <Button type="submit" disabled={!given} color={danger ? 'red.9' : undefined}>
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
