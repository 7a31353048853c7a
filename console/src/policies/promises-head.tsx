import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { explain } from '../api/problem.ts';
import { useNameOf } from '../api/session.ts';
import { Notice } from '../feedback/notice.tsx';
import { Timestamp } from '../time/timestamp.tsx';
import classes from './policies.module.css';
import type { InForce } from './promises-api.ts';
import { ConflictDialog } from './publish/conflict-dialog.tsx';
import { draftYaml, saveFile } from './publish/download-draft.ts';
import { PublishDialog } from './publish/publish-dialog.tsx';
import type { PromisesEditor } from './use-promises-editor.ts';

interface Props {
  readonly editor: PromisesEditor;
  readonly inForce: InForce;
  readonly canEdit: boolean;
  readonly onPublished: () => void;
}

/** What is in force, how the draft stands to it, and what can be done with it. */
export function PromisesHead({ editor, inForce, canEdit, onPublished }: Props) {
  const nameOf = useNameOf();
  const [dialog, setDialog] = useState<'publish' | 'conflict' | null>(null);
  const { checked, isChanged, isOutdated, isForgetful, undo, discard } = editor;
  const { promises } = checked;
  const download = useMutation({
    mutationFn: async () => {
      if (promises === null) return;
      saveFile(
        'promises-draft.yaml',
        'application/yaml',
        await draftYaml(promises, inForce.crisisCategories),
      );
    },
  });
  const who = inForce.publishedBy === null ? 'from the files' : `by ${nameOf(inForce.publishedBy)}`;
  return (
    <>
      <p className={classes.version}>
        In force: version <span className="mono">{inForce.policyVersion}</span>, published{' '}
        <Timestamp at={inForce.publishedAt} /> {who}
        {inForce.reason && <span className="dim">: {inForce.reason}</span>}
      </p>
      {!canEdit && <p className="dim">You read here. Leads and admins change promises.</p>}
      {isOutdated && (
        <Notice tone="warn" title="Somebody has published other promises since you began" role="status">
          <p className={classes.dialogText}>
            Your draft is kept as it was. Compare the two, and go on with both together.
          </p>
          <Button size="xs" onClick={() => setDialog('conflict')}>
            Compare
          </Button>
        </Notice>
      )}
      {isForgetful && (
        <Notice tone="danger" title="The browser cannot keep this draft">
          Its storage is full or off. Do not reload or close this page before the draft is published.
        </Notice>
      )}
      {canEdit && (
        <div className={classes.toolbar}>
          <Button
            disabled={!isChanged || promises === null || isOutdated}
            onClick={() => setDialog('publish')}
          >
            Review and publish
          </Button>
          <Button variant="default" disabled={undo === null} onClick={() => undo?.()}>
            Undo
          </Button>
          <Button variant="default" disabled={!isChanged} onClick={discard}>
            Discard the draft
          </Button>
          <Button
            variant="default"
            disabled={promises === null}
            loading={download.isPending}
            onClick={() => download.mutate()}
          >
            Download as YAML
          </Button>
          <span className="dim">{stateWords(editor)}</span>
        </div>
      )}
      {download.isError && (
        <Notice tone="danger" title="The draft could not be written">
          {explain(download.error)}
        </Notice>
      )}
      {dialog === 'publish' && promises !== null && (
        <PublishDialog
          editor={editor}
          promises={promises}
          onClose={() => setDialog(null)}
          onPublished={() => {
            setDialog(null);
            onPublished();
          }}
        />
      )}
      {dialog === 'conflict' && isOutdated && (
        <ConflictDialog editor={editor} inForce={inForce} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

function stateWords({ isChanged, checked }: PromisesEditor): string {
  if (!isChanged) return 'Nothing is changed.';
  const errors = checked.problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return `A draft with ${errors} ${errors === 1 ? 'error' : 'errors'}, kept in this tab.`;
  return 'A draft, kept in this tab until it is published.';
}
