import { Button, CloseButton } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './alerts.module.css';
import { usePaging } from './paging-context.tsx';

const askedKey = 'harborwatch.alerts-asked';

/** Asked once on a computer: without it a page is only a red bar. */
export function AlertsSetup() {
  const { sound, notifications } = usePaging();
  const [asked, setAsked] = useState(() => localStorage.getItem(askedKey) !== null);
  const done = sound.state !== 'off' && notifications.state !== 'default';
  if (asked || done) return null;
  const close = () => {
    localStorage.setItem(askedKey, 'yes');
    setAsked(true);
  };
  return (
    <aside className={classes.setup} aria-label="Alerts on this computer">
      <IconBellRinging size={20} aria-hidden />
      <span className={classes.setupWords}>How should an emergency page reach you on this computer?</span>
      {sound.state === 'off' && (
        <Button size="xs" variant="default" onClick={() => void sound.turnOn()}>
          Turn on sound and test it
        </Button>
      )}
      {notifications.state === 'default' && (
        <Button size="xs" variant="default" onClick={() => void notifications.ask()}>
          Allow notifications
        </Button>
      )}
      <CloseButton aria-label="Not now; it stays under the bell" onClick={close} />
    </aside>
  );
}
