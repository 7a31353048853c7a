import { ActionIcon } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../api/session.ts';
import { useAuth } from '../auth/auth-context.tsx';
import { countDrafts, removeDrafts } from '../case/draft.ts';
import classes from './shell.module.css';

export function Account() {
  const { user } = useSession();
  const { signOut } = useAuth();
  const queries = useQueryClient();
  const leave = () => {
    const drafts = countDrafts(user.id);
    const question = `You have ${drafts} unsent ${drafts === 1 ? 'draft' : 'drafts'} on this computer. Signing out removes ${drafts === 1 ? 'it' : 'them'}. Sign out?`;
    if (drafts > 0 && !window.confirm(question)) return;
    removeDrafts(user.id);
    signOut();
    queries.clear();
  };
  return (
    <span className={classes.account}>
      <span className={classes.userName}>{user.name}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label="Sign out"
        title="Sign out"
        onClick={leave}
      >
        <IconLogout size={20} />
      </ActionIcon>
    </span>
  );
}
