import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Status } from '../../../core/case/status.ts';
import { type CaseDetail, useReply } from '../api/cases.ts';
import { explain, isProblem } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { Notice } from '../feedback/notice.tsx';
import { announce } from '../shell/announcer.tsx';
import { onCtrlEnter } from './on-ctrl-enter.ts';
import classes from './reply-box.module.css';
import { unseenMessages } from './unseen-messages.ts';
import { UnseenNotice } from './unseen-notice.tsx';
import { useDraft } from './use-draft.ts';
import { spoken } from './vocabulary-words.ts';

/** Never sent over a message that its writer has not seen: the draft stays, and sending takes a second act. */
export function ReplyForm({ detail }: { readonly detail: CaseDetail }) {
  const { case: subject, messages } = detail;
  const { user, vocabulary } = useSession();
  const { draft, keep, clear } = useDraft(user.id, subject.id, 'reply');
  const [status, setStatus] = useState<Status | ''>('');
  const reply = useReply(subject.id);

  const newestId = messages.at(-1)?.id ?? null;
  const unseen = draft.text === '' ? [] : unseenMessages(messages, draft.seenMessageId, user.id);
  const { name, address } = subject.requester;
  const ready = draft.text.trim() !== '' && unseen.length === 0 && address !== '' && !reply.isPending;
  const conflict = isProblem(reply.error, 'case.version-conflict');

  const write = (text: string) => {
    keep({ text, seenMessageId: draft.text === '' ? newestId : draft.seenMessageId });
  };
  const send = () => {
    if (!ready) return;
    const input = { expectedVersion: subject.version, text: draft.text.trim(), ...(status && { status }) };
    reply.mutate(input, {
      onSuccess: () => {
        clear();
        setStatus('');
        announce('Reply sent.');
      },
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };

  return (
    <form className={classes.form} onSubmit={submit} aria-label="Reply to the customer">
      <p className={classes.to}>
        Goes by e-mail to <strong>{name || address || 'nobody: the mail named no sender'}</strong>
        {name && address && <span className="dim"> {address}</span>}
      </p>
      <Textarea
        aria-label="Reply text"
        data-write="reply"
        autosize
        minRows={5}
        maxRows={20}
        value={draft.text}
        readOnly={reply.isPending}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onCtrlEnter(send)}
      />
      {unseen.length > 0 && (
        <UnseenNotice
          messages={unseen}
          onRead={() => {
            keep({ ...draft, seenMessageId: newestId });
            reply.reset();
          }}
        />
      )}
      {reply.isError && (
        <Notice
          tone={conflict ? 'warn' : 'danger'}
          title={conflict ? 'Not sent: the case changed while you wrote' : 'Not sent'}
        >
          {explain(reply.error)}{' '}
          {conflict
            ? 'Your draft is kept. Look at what is new above, then send again if it is still right.'
            : 'Your draft is kept.'}
        </Notice>
      )}
      <div className={classes.acts}>
        <NativeSelect
          aria-label="Status after sending"
          value={status}
          onChange={(event) => setStatus(event.currentTarget.value as Status | '')}
          data={[
            { value: '', label: 'and leave the status' },
            ...vocabulary.statuses
              .filter((each) => each !== 'new' && each !== 'closed')
              .map((each) => ({ value: each, label: `and set ${spoken(each)}` })),
          ]}
        />
        <Button type="submit" disabled={!ready} loading={reply.isPending}>
          {conflict ? 'Send again' : 'Send reply'}
        </Button>
      </div>
    </form>
  );
}
