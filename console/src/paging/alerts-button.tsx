import { ActionIcon, Button, Modal } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { SoundState } from './alarm-sound.ts';
import classes from './alerts.module.css';
import { usePaging } from './paging-context.tsx';
import type { NotificationState } from './use-notifications.ts';

const soundWords: Record<SoundState, string> = {
  ready: 'On. A page rings until it is acknowledged.',
  blocked: 'On, but the browser holds it back until you click or press a key on this page.',
  off: 'Off. A page shows the red bar without a sound.',
};
const notificationWords: Record<NotificationState, string> = {
  granted: 'Allowed. They name the case number only.',
  default: 'Not asked yet.',
  denied: "Refused. Allow them in the browser's settings for this site.",
  unsupported: 'This browser has none.',
};

export function AlertsButton() {
  const { sound, notifications } = usePaging();
  const [open, setOpen] = useState(false);
  const quiet = sound.state === 'off';
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Alerts on this computer: sound ${sound.state}`}
        title="Alerts on this computer"
        onClick={() => setOpen(true)}
      >
        {quiet ? <IconBellOff size={20} /> : <IconBell size={20} />}
      </ActionIcon>
      <Modal opened={open} onClose={() => setOpen(false)} title="Alerts on this computer" centered>
        <h3 className={classes.heading}>Sound</h3>
        <p className={classes.words}>{soundWords[sound.state]}</p>
        <Button size="xs" variant="default" onClick={() => void sound.turnOn()}>
          {quiet ? 'Turn on sound and test it' : 'Test the sound'}
        </Button>{' '}
        {!quiet && (
          <Button size="xs" variant="subtle" onClick={() => sound.turnOff()}>
            Turn off
          </Button>
        )}
        <h3 className={classes.heading}>Browser notifications</h3>
        <p className={classes.words}>{notificationWords[notifications.state]}</p>
        {notifications.state === 'default' && (
          <Button size="xs" variant="default" onClick={() => void notifications.ask()}>
            Allow notifications
          </Button>
        )}
      </Modal>
    </>
  );
}
