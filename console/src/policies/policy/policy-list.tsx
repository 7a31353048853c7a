import { Button } from '@mantine/core';
import { Empty } from '../../feedback/empty.tsx';
import { announce } from '../../shell/announcer.tsx';
import { useEditor } from '../editor-context.tsx';
import { ProblemLines } from '../fields/problem-lines.tsx';
import classes from '../policies.module.css';
import { problemsAt } from '../problems-at.ts';
import type { DraftPolicy } from '../promises-draft.ts';
import { PolicyItem } from './policy-item.tsx';

export function PolicyList() {
  const { draft, canEdit, change, open, problems } = useEditor();
  const { policies } = draft;
  const put = (next: readonly DraftPolicy[]) => change({ ...draft, policies: next });
  const move = (from: number, to: number) => {
    const rest = policies.toSpliced(from, 1);
    const moved = policies[from];
    if (moved === undefined) return;
    put(rest.toSpliced(to, 0, moved));
    open('policies', null);
    announce(`${moved.name} is number ${to + 1} of ${policies.length} now.`);
    // The keyboard stays with the policy that it moves.
    const way = to < from ? 'up' : 'down';
    requestAnimationFrame(() => {
      const buttons = `[data-item="policies ${to}"] [data-move]:not(:disabled)`;
      const [first, ...others] = document.querySelectorAll<HTMLElement>(buttons);
      const again = [first, ...others].find((button) => button?.dataset['move'] === way) ?? first;
      again?.focus();
    });
  };
  const add = (policy: DraftPolicy, at: number) => {
    put(policies.toSpliced(at, 0, policy));
    open('policies', String(at));
  };
  return (
    <section aria-labelledby="policies-title">
      <h2 id="policies-title" className={classes.partTitle}>
        Policies
      </h2>
      <p className={`dim ${classes.partIntro}`}>Tried in this order: the first that matches a case wins.</p>
      <ProblemLines problems={problemsAt(problems, 'policies')} />
      {policies.length === 0 && (
        <div className="card">
          <Empty title="No case is promised anything">Without a policy no clock has a due time.</Empty>
        </div>
      )}
      <ol className={classes.items}>
        {policies.map((policy, index) => (
          <PolicyItem
            // The order is what is edited, and ids may repeat while one is typed.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            policy={policy}
            index={index}
            count={policies.length}
            onChange={(next) => put(policies.with(index, next))}
            onMove={(to) => move(index, to)}
            onRemove={() => {
              put(policies.toSpliced(index, 1));
              open('policies', null);
            }}
            onCopy={() =>
              add({ ...policy, id: freeId(policies, policy.id), name: `${policy.name}, copy` }, index)
            }
          />
        ))}
      </ol>
      {canEdit && (
        <Button
          variant="default"
          onClick={() => add(emptyPolicy(policies, Object.keys(draft.calendars)[0] ?? ''), policies.length)}
        >
          Add a policy
        </Button>
      )}
    </section>
  );
}

function emptyPolicy(policies: readonly DraftPolicy[], calendar: string): DraftPolicy {
  return {
    id: freeId(policies, 'policy'),
    name: 'New policy',
    match: {},
    calendar,
    targets: {},
    warnings: [50, 80],
    reopenGraceMinutes: 60,
  };
}

function freeId(policies: readonly DraftPolicy[], like: string): string {
  const stem = like.replace(/-\d+$/, '');
  for (let number = 2; ; number += 1) {
    const id = `${stem}-${number}`;
    if (!policies.some((policy) => policy.id === id)) return id;
  }
}
