import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import type { Delivery } from '../../../core/case/message.ts';
import { Timestamp } from '../time/timestamp.tsx';
import classes from './message.module.css';

const states = {
  queued: { Icon: IconClock, words: 'On its way: the mail provider has not taken it yet' },
  sent: { Icon: IconCheck, words: 'Handed to the mail provider' },
  undelivered: { Icon: IconAlertTriangle, words: 'Did not arrive' },
} as const;

export function DeliveryLine({ delivery }: { readonly delivery: Delivery }) {
  const { Icon, words } = states[delivery.state];
  return (
    <p className={classes.delivery} data-state={delivery.state}>
      <Icon size={15} aria-hidden />
      <span>
        {words}
        {delivery.detail && `: ${delivery.detail}`}
      </span>
      <Timestamp at={delivery.at} />
    </p>
  );
}
