import { Button } from '@mantine/core';
import { useState } from 'react';
import { Empty } from '../../feedback/empty.tsx';
import { Failing } from '../../feedback/failing.tsx';
import { useEditor } from '../editor-context.tsx';
import classes from '../policies.module.css';
import { useRebasePreviews } from './rebase-api.ts';
import { RebaseDialog } from './rebase-dialog.tsx';
import { RebaseList } from './rebase-list.tsx';
import { summaryOf, worstFirst } from './rebase-summary.ts';

/** Open cases on older promises: what moving them would do, and the explicit step that does it. */
export function RebasePanel({ policyVersion }: { readonly policyVersion: string }) {
  const { canEdit } = useEditor();
  const [found, setFound] = useState(0);
  const previews = useRebasePreviews(policyVersion, setFound);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [moving, setMoving] = useState<{ readonly ids: readonly string[]; readonly to: string } | null>(null);
  const items = worstFirst(previews.data?.items ?? []);
  const chosen = items.filter(({ caseId }) => !left.has(caseId)).map(({ caseId }) => caseId);
  return (
    <section aria-labelledby="rebase-title">
      <h2 id="rebase-title" className={classes.partTitle}>
        Open cases
      </h2>
      <p className={`dim ${classes.partIntro}`}>
        A case keeps the promises under which it began. Those that began under older ones move only here, by
        hand, with a reason, and it is kept in the history of each.
      </p>
      {previews.isFetching && (
        <p role="status">Looking at the open cases… {found > 0 && `${found} on older promises so far`}</p>
      )}
      {previews.isError && !previews.data && (
        <Failing what="The preview" error={previews.error} onRetry={() => void previews.refetch()} />
      )}
      {previews.data && items.length === 0 && (
        <div className="card">
          <Empty title="Every open case is on the promises in force">There is nothing to move.</Empty>
        </div>
      )}
      {previews.data && items.length > 0 && (
        <>
          <Summary {...summaryOf(items)} />
          <div className={classes.acts}>
            {canEdit && (
              <>
                <Button variant="default" size="xs" onClick={() => setLeft(new Set())}>
                  Choose all
                </Button>
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => setLeft(new Set(items.map(({ caseId }) => caseId)))}
                >
                  Choose none
                </Button>
              </>
            )}
            <Button variant="default" size="xs" onClick={() => void previews.refetch()}>
              Look again
            </Button>
            {canEdit && (
              <Button
                size="xs"
                disabled={chosen.length === 0}
                onClick={() => setMoving({ ids: chosen, to: previews.data.policyVersion })}
              >
                Move {chosen.length} {chosen.length === 1 ? 'case' : 'cases'}…
              </Button>
            )}
          </div>
          <RebaseList
            items={items}
            canChoose={canEdit}
            isChosen={(id) => !left.has(id)}
            onChoose={(id, isChosen) => {
              const next = new Set(left);
              if (isChosen) next.delete(id);
              else next.add(id);
              setLeft(next);
            }}
          />
        </>
      )}
      {moving && (
        <RebaseDialog
          caseIds={moving.ids}
          policyVersion={moving.to}
          onClose={() => {
            setMoving(null);
            void previews.refetch();
          }}
        />
      )}
    </section>
  );
}

function Summary({ cases, unmatched, breaches, earlier, later, gained, lost }: ReturnType<typeof summaryOf>) {
  const clocks = (count: number, words: string) => (count === 0 ? null : `${count} ${words}`);
  const moves = [
    clocks(earlier, 'due sooner'),
    clocks(later, 'due later'),
    clocks(gained, 'gain a due time'),
    clocks(lost, 'lose their due time'),
  ].filter((words) => words !== null);
  return (
    <div className={classes.summary} role="status">
      <p>
        <strong>
          {cases} open {cases === 1 ? 'case is' : 'cases are'} on older promises.
        </strong>{' '}
        {moves.length === 0 ? 'No due time would move.' : `Clocks: ${moves.join(', ')}.`}
      </p>
      {breaches > 0 && (
        <p className={classes.bad}>
          {breaches} {breaches === 1 ? 'case' : 'cases'} would be late at once.
        </p>
      )}
      {unmatched > 0 && (
        <p className={classes.bad}>
          {unmatched} {unmatched === 1 ? 'case' : 'cases'} would have no policy, and so no promise.
        </p>
      )}
    </div>
  );
}
