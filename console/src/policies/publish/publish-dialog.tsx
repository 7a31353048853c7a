import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { explain, isProblem } from '../../api/problem.ts';
import { Notice } from '../../feedback/notice.tsx';
import type { WrittenPromises } from '../check-draft.ts';
import { ProblemLines } from '../fields/problem-lines.tsx';
import classes from '../policies.module.css';
import { useCheckPromises, usePublishPromises } from '../promises-api.ts';
import type { PromisesEditor } from '../use-promises-editor.ts';
import { ChangeList } from './change-list.tsx';

interface Props {
  readonly editor: PromisesEditor;
  readonly promises: WrittenPromises;
  readonly onPublished: () => void;
  readonly onClose: () => void;
}

/** What changes, what the desk says to it, and why: then it is in force for new cases. */
export function PublishDialog({ editor, promises, onPublished, onClose }: Props) {
  const { mutate, ...check } = useCheckPromises();
  const publish = usePublishPromises();
  const [reason, setReason] = useState('');
  const { noteDeskCheck, base, draft, baseVersion } = editor;
  useEffect(() => {
    mutate(promises, { onSuccess: ({ problems }) => noteDeskCheck(problems) });
    // The callback is another at each rendering; the draft is what is checked.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [promises]);
  const problems = check.data?.problems ?? [];
  const hasErrors = problems.some(({ severity }) => severity === 'error');
  const given = reason.trim();
  const mayPublish = check.isSuccess && !hasErrors && given !== '' && !publish.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!mayPublish) return;
    publish.mutate({ baseVersion, promises: promises, reason: given }, { onSuccess: onPublished });
  };
  return (
    <Modal opened onClose={onClose} title="Publish these promises?" size="lg" centered>
      <form onSubmit={submit}>
        <ChangeList before={base} after={draft} />
        {check.isPending && <p className="dim">The desk is checking the draft…</p>}
        {check.isError && (
          <Notice tone="danger" title="The desk could not check the draft">
            {explain(check.error)}
          </Notice>
        )}
        {problems.length > 0 && (
          <Notice
            tone={hasErrors ? 'danger' : 'warn'}
            title={hasErrors ? 'The desk refuses this draft' : 'The desk warns'}
            role="status"
          >
            <ProblemLines
              problems={problems.map((problem) => ({
                ...problem,
                message: `${problem.field ? `${problem.field}: ` : ''}${problem.message}`,
              }))}
            />
          </Notice>
        )}
        {publish.isError && <Refused error={publish.error} isOutdated={editor.isOutdated} />}
        <Textarea
          label="Why is this changed?"
          description="It is kept with the version. Open cases keep the promises under which they began until you move them."
          required
          data-autofocus
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={classes.dialogActs}>
          <Button variant="default" onClick={onClose}>
            Go on editing
          </Button>
          <Button type="submit" disabled={!mayPublish} loading={publish.isPending}>
            Publish
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Refused({ error, isOutdated }: { readonly error: unknown; readonly isOutdated: boolean }) {
  const isConflict = isProblem(error, 'config.version-conflict');
  return (
    <Notice
      tone={isConflict ? 'warn' : 'danger'}
      title={isConflict ? 'Not published: somebody was faster' : 'Not published'}
    >
      {explain(error)}{' '}
      {isConflict &&
        (isOutdated
          ? 'Your draft is kept. Close this, compare the two and go on from theirs.'
          : 'The promises are as you know them: only other settings changed. Publish again.')}
    </Notice>
  );
}
