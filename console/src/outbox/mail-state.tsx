import { Badge } from '@mantine/core';
import type { SentMailSummary } from '../api/outbox.ts';
import classes from './outbox.module.css';

const words: Record<SentMailSummary['state'], string> = {
  kept: 'kept here: no relay is set',
  relayed: 'relayed',
  waiting: 'waiting for the relay',
  refused: 'refused',
};

export function MailState({ state, detail }: Pick<SentMailSummary, 'state' | 'detail'>) {
  return (
    <Badge
      variant="outline"
      radius="sm"
      className={classes.state}
      data-state={state}
      title={detail ?? undefined}
    >
      {words[state]}
    </Badge>
  );
}
