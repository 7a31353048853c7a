import { Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { explain } from '../api/problem.ts';
import { Notice } from '../feedback/notice.tsx';
import classes from './case.module.css';

interface Props {
  readonly title: string;
  readonly confirm: string;
  /** What is still missing, so that the button cannot be pressed; null when all is there. */
  readonly missing: string | null;
  readonly pending: boolean;
  readonly error: unknown;
  readonly danger?: boolean;
  readonly children: ReactNode;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** An act that the desk may refuse: the dialog stays until the desk has answered, and keeps what was written. */
export function ActDialog(props: Props) {
  const { title, confirm, missing, pending, error, danger, children, onConfirm, onCancel } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing === null && !pending) onConfirm();
  };
  return (
    <Modal opened onClose={onCancel} title={title} centered closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submit} className={classes.dialog}>
        {children}
        {error !== null && error !== undefined && (
          <Notice tone="danger" title="The desk refused">
            {explain(error)}
          </Notice>
        )}
        <div className={classes.dialogActs}>
          {missing !== null && <span className={classes.missing}>{missing}</span>}
          <Button variant="default" onClick={onCancel}>
            Leave it as it is
          </Button>
          <Button
            type="submit"
            disabled={missing !== null}
            loading={pending}
            color={danger ? 'red.9' : undefined}
          >
            {confirm}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
