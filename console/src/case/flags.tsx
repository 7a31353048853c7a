import { IconBellRinging, IconFlag } from '@tabler/icons-react';
import type { Case, CaseFlag } from '../../../core/case/case.ts';
import classes from './marks.module.css';

const words: Record<CaseFlag, { label: string; hint: string }> = {
  'triage-failed': { label: 'triage failed', hint: 'Triage could not judge a message. Read it yourself.' },
  unparseable: {
    label: 'unreadable mail',
    hint: 'A mail could not be taken apart; the original is attached.',
  },
  'untrusted-sender': {
    label: 'sender not verified',
    hint: 'The sender may be forged. Do not act on accounts.',
  },
  undelivered: { label: 'undelivered', hint: 'Mail of ours did not arrive.' },
  'unread-private': { label: 'private message', hint: 'Someone outside the case wrote into it.' },
  review: { label: 'review', hint: 'A sign of risk was weakened by its wording. A human should look.' },
  spam: { label: 'spam', hint: 'Somebody marked it as spam; its promises are cancelled.' },
};

export function Flags({ subject }: { readonly subject: Pick<Case, 'flags' | 'openPageId'> }) {
  return (
    <>
      {subject.openPageId && (
        <span className={classes.pageMark} title="A page is open; nobody has acknowledged it.">
          <IconBellRinging size={14} aria-hidden /> page open
        </span>
      )}
      {subject.flags.map((flag) => (
        <span key={flag} className={classes.flag} title={words[flag]?.hint}>
          <IconFlag size={13} aria-hidden /> {words[flag]?.label ?? flag}
        </span>
      ))}
    </>
  );
}
