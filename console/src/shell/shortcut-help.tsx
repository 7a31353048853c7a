import { Kbd, Modal } from '@mantine/core';
import { useState } from 'react';
import classes from './shell.module.css';
import { useShortcut, useShortcutList } from './shortcuts.ts';

const always = [
  { keys: 'Enter', label: 'Open the focused case' },
  { keys: 'a', label: 'Acknowledge the page, while its banner is focused' },
  { keys: 'Ctrl Enter', label: 'Send, while writing' },
];

export function ShortcutHelp() {
  const [open, setOpen] = useState(false);
  const shortcuts = useShortcutList();
  useShortcut('?', 'Show these shortcuts', () => setOpen(true));
  return (
    <Modal opened={open} onClose={() => setOpen(false)} title="Keyboard shortcuts" centered>
      <dl className={classes.keys}>
        {[...shortcuts, ...always].map(({ keys, label }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
