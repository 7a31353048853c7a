import { CloseButton } from '@mantine/core';
import classes from './escalation.module.css';
import type { Answered } from './use-acknowledge.ts';

interface Props {
  readonly answered: Answered;
  readonly onDismiss: () => void;
}

export function AnsweredLine({ answered: { escalationId, tone, words }, onDismiss }: Props) {
  return (
    <div className={classes.answered} data-tone={tone} data-testid="escalation-answer">
      <p>
        <span className="mono">{escalationId}</span> {words}
      </p>
      <CloseButton aria-label={`Dismiss the notice of ${escalationId}`} onClick={onDismiss} />
    </div>
  );
}
