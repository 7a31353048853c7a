import { IconPlugConnectedX, IconPointFilled, IconRefresh } from '@tabler/icons-react';
import { useLive } from '../live/live-context.tsx';
import type { LinkState } from '../live/socket.ts';
import classes from './shell.module.css';
import { useOnline } from './use-online.ts';

const words: Record<LinkState | 'offline', { label: string; hint: string }> = {
  live: { label: 'Live', hint: 'Changes appear by themselves.' },
  connecting: { label: 'Connecting', hint: 'Connecting to the desk.' },
  reconnecting: { label: 'Reconnecting', hint: 'The live link is down; lists are re-read every 10 seconds.' },
  offline: { label: 'Offline', hint: 'This computer has no network. What you see may be old.' },
};

export function ConnectionIndicator() {
  const { state } = useLive();
  const online = useOnline();
  const shown = state !== 'live' && !online ? 'offline' : state;
  const Icon = shown === 'live' ? IconPointFilled : shown === 'offline' ? IconPlugConnectedX : IconRefresh;
  return (
    <span
      className={classes.link}
      data-state={shown}
      role="status"
      title={words[shown].hint}
      data-testid="connection"
    >
      <Icon size={16} aria-hidden />
      <span>{words[shown].label}</span>
    </span>
  );
}
