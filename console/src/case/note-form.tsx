import { Button, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { useNote } from '../api/cases.ts';
import { explain } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { Notice } from '../feedback/notice.tsx';
import { announce } from '../shell/announcer.tsx';
import { onCtrlEnter } from './on-ctrl-enter.ts';
import classes from './reply-box.module.css';
import { useDraft } from './use-draft.ts';

export function NoteForm({ caseId }: { readonly caseId: string }) {
  const { user } = useSession();
  const { draft, keep, clear } = useDraft(user.id, caseId, 'note');
  const note = useNote(caseId);
  const ready = draft.text.trim() !== '' && !note.isPending;
  const add = () => {
    if (!ready) return;
    note.mutate(
      { text: draft.text.trim() },
      {
        onSuccess: () => {
          clear();
          announce('Note added.');
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add();
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label="Internal note">
      <p className={classes.to}>
        <strong>Only agents see this.</strong> Nothing is sent.
      </p>
      <Textarea
        aria-label="Note text"
        data-write="note"
        autosize
        minRows={5}
        maxRows={20}
        value={draft.text}
        readOnly={note.isPending}
        onChange={(event) => keep({ text: event.currentTarget.value, seenMessageId: null })}
        onKeyDown={onCtrlEnter(add)}
      />
      {note.isError && (
        <Notice tone="danger" title="Note not added">
          {explain(note.error)} Your text is kept.
        </Notice>
      )}
      <div className={classes.acts}>
        <Button type="submit" className={classes.noteButton} disabled={!ready} loading={note.isPending}>
          Add internal note
        </Button>
      </div>
    </form>
  );
}
