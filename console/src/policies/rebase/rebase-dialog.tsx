import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { Link } from 'wouter';
import { explain } from '../../api/problem.ts';
import { Notice } from '../../feedback/notice.tsx';
import classes from '../policies.module.css';
import type { RebaseFailure } from './case-rebase.ts';
import { useForgetPreviews, useRebaseBatch } from './rebase-api.ts';
import { batchesOf } from './rebase-batches.ts';

interface Props {
  readonly caseIds: readonly string[];
  readonly policyVersion: string;
  readonly onClose: () => void;
}

interface Progress {
  readonly isRunning: boolean;
  readonly rebased: number;
  readonly failed: readonly RebaseFailure[];
  /** What ended it early; null when it went through, or was stopped by hand. */
  readonly error: unknown;
  /** Cases that were not tried. */
  readonly untried: readonly string[];
}

/** Moves cases some at a time; what was moved stays moved, and what was not can be tried again. */
export function RebaseDialog({ caseIds, policyVersion, onClose }: Props) {
  const batch = useRebaseBatch();
  const forget = useForgetPreviews();
  const [reason, setReason] = useState('');
  const [progress, setProgress] = useState<Progress | null>(null);
  const isStopped = useRef(false);
  const given = reason.trim();

  const run = async (ids: readonly string[], before: number) => {
    isStopped.current = false;
    let state: Progress = { isRunning: true, rebased: before, failed: [], error: null, untried: ids };
    setProgress(state);
    for (const caseIdsOfBatch of batchesOf(ids)) {
      if (isStopped.current) break;
      try {
        const outcome = await batch.mutateAsync({ caseIds: caseIdsOfBatch, policyVersion, reason: given });
        state = {
          ...state,
          rebased: state.rebased + outcome.rebased.length,
          failed: [...state.failed, ...outcome.failed],
          untried: state.untried.slice(caseIdsOfBatch.length),
        };
        setProgress(state);
      } catch (error) {
        state = { ...state, error };
        break;
      }
    }
    setProgress({ ...state, isRunning: false });
    await forget();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given && progress === null) void run(caseIds, 0);
  };
  const isRunning = progress?.isRunning === true;
  const again = [...(progress?.failed.map(({ caseId }) => caseId) ?? []), ...(progress?.untried ?? [])];

  return (
    <Modal
      opened
      onClose={isRunning ? () => undefined : onClose}
      withCloseButton={!isRunning}
      title={`Move ${caseIds.length} ${caseIds.length === 1 ? 'case' : 'cases'} to the promises in force?`}
      size="lg"
      centered
    >
      {progress === null ? (
        <form onSubmit={submit}>
          <Textarea
            label="Why are they moved?"
            description="It is kept in the history of each case."
            required
            data-autofocus
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className={classes.dialogActs}>
            <Button variant="default" onClick={onClose}>
              Leave them as they are
            </Button>
            <Button type="submit" disabled={!given}>
              Move {caseIds.length === 1 ? 'it' : 'them'}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <label className={classes.progress}>
            {isRunning ? 'Moving' : 'Moved'} {progress.rebased} of {caseIds.length}
            <progress max={caseIds.length} value={caseIds.length - progress.untried.length} />
          </label>
          <Failures progress={progress} />
          <div className={classes.dialogActs}>
            {isRunning && (
              <Button variant="default" onClick={() => (isStopped.current = true)}>
                Stop after this step
              </Button>
            )}
            {!isRunning && again.length > 0 && (
              <Button variant="default" onClick={() => void run(again, progress.rebased)}>
                Try {again.length === 1 ? 'the other one' : `the other ${again.length}`} again
              </Button>
            )}
            {!isRunning && <Button onClick={onClose}>Done</Button>}
          </div>
        </>
      )}
    </Modal>
  );
}

function Failures({ progress }: { readonly progress: Progress }) {
  const { failed, error, untried, isRunning } = progress;
  return (
    <>
      {error !== null && (
        <Notice tone="danger" title="The desk stopped">
          {explain(error)} {untried.length} of the cases were not moved.
        </Notice>
      )}
      {!isRunning && error === null && untried.length > 0 && (
        <p>Stopped. {untried.length} of the cases were not tried.</p>
      )}
      {failed.length > 0 && (
        <Notice tone="warn" title={`${failed.length} could not be moved`} role="status">
          <ul className={classes.failures}>
            {failed.map(({ caseId, message }) => (
              <li key={caseId}>
                <Link href={`/cases/${caseId}`} className="mono">
                  {caseId}
                </Link>{' '}
                {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
