import { Tabs } from '@mantine/core';
import { IconMail, IconNote } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CaseDetail } from '../api/cases.ts';
import { useShortcut } from '../shell/shortcuts.ts';
import type { DraftKind } from './draft.ts';
import { NoteForm } from './note-form.tsx';
import classes from './reply-box.module.css';
import { ReplyForm } from './reply-form.tsx';

/** Two forms that cannot be taken for each other: mail to the customer is blue, a note for agents yellow. */
export function ReplyBox({ detail }: { readonly detail: CaseDetail }) {
  const [kind, setKind] = useState<DraftKind>('reply');
  const box = useRef<HTMLElement>(null);
  const write = (next: DraftKind) => {
    // The form must be on the page before it can take the focus.
    flushSync(() => setKind(next));
    box.current?.querySelector<HTMLElement>(`[data-write="${next}"]`)?.focus();
  };
  useShortcut('r', 'Write a reply', () => write('reply'));
  useShortcut('n', 'Write an internal note', () => write('note'));

  return (
    <section className={`card ${classes.box}`} data-kind={kind} ref={box} aria-label="Answer">
      <Tabs value={kind} onChange={(next) => setKind(next === 'note' ? 'note' : 'reply')} keepMounted>
        <Tabs.List className={classes.tabs}>
          <Tabs.Tab value="reply" leftSection={<IconMail size={16} aria-hidden />}>
            Reply
          </Tabs.Tab>
          <Tabs.Tab value="note" leftSection={<IconNote size={16} aria-hidden />}>
            Internal note
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="reply">
          <ReplyForm detail={detail} />
        </Tabs.Panel>
        <Tabs.Panel value="note">
          <NoteForm caseId={detail.case.id} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
