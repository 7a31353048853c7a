import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Case } from '../../../core/case/case.ts';
import type { Category } from '../../../core/case/category.ts';
import type { Priority } from '../../../core/case/priority.ts';
import type { Status } from '../../../core/case/status.ts';
import { type CaseChange, useChangeCase } from '../api/cases.ts';
import { explain, isProblem } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { Notice } from '../feedback/notice.tsx';
import classes from './case.module.css';
import { ReasonDialog } from './reason-dialog.tsx';
import { spoken } from './vocabulary-words.ts';

type Change = Omit<CaseChange, 'expectedVersion'>;

export function CaseFields({ subject }: { readonly subject: Case }) {
  const { vocabulary, users, user } = useSession();
  const change = useChangeCase(subject.id);
  const [lowerTo, setLowerTo] = useState<Priority | null>(null);
  const save = (fields: Change) => {
    if (!change.isPending) change.mutate({ expectedVersion: subject.version, ...fields });
  };
  const setPriority = (priority: Priority) => {
    if (subject.priority === 'emergency' && priority !== 'emergency') setLowerTo(priority);
    else save({ priority });
  };
  const people = users.some(({ id }) => id === user.id) ? users : [user, ...users];

  return (
    <section className={`card ${classes.panel}`} aria-label="Fields" aria-busy={change.isPending}>
      <div className={classes.fields}>
        <NativeSelect
          label="Status"
          value={subject.status}
          data={vocabulary.statuses.map(option)}
          onChange={(event) => save({ status: event.currentTarget.value as Status })}
        />
        <NativeSelect
          label="Priority"
          value={subject.priority}
          data={vocabulary.priorities.map(option)}
          onChange={(event) => setPriority(event.currentTarget.value as Priority)}
        />
        <NativeSelect
          label="Category"
          className={classes.wide}
          value={subject.category}
          data={vocabulary.categories.map(option)}
          onChange={(event) => save({ category: event.currentTarget.value as Category })}
        />
        <NativeSelect
          label="Assignee"
          className={classes.wide}
          value={subject.assignee ?? ''}
          data={[
            { value: '', label: 'Nobody' },
            ...people.map(({ id, name }) => ({ value: id, label: id === user.id ? `${name} (you)` : name })),
          ]}
          onChange={(event) => save({ assignee: event.currentTarget.value || null })}
        />
      </div>
      {change.isError && <Refusal error={change.error} />}
      {lowerTo && (
        <ReasonDialog
          title={`Lower the priority from emergency to ${lowerTo}?`}
          label="Why is this no emergency any more?"
          confirm="Lower the priority"
          onCancel={() => setLowerTo(null)}
          onConfirm={(reason) => {
            save({ priority: lowerTo, reason });
            setLowerTo(null);
          }}
        />
      )}
    </section>
  );
}

function Refusal({ error }: { readonly error: unknown }) {
  const stale = isProblem(error, 'case.version-conflict');
  return (
    <Notice
      tone={stale ? 'warn' : 'danger'}
      title={stale ? 'Not changed: somebody was faster' : 'Not changed'}
    >
      {explain(error)} {stale && 'You now see the newest state; choose again if it is still right.'}
    </Notice>
  );
}

function option(word: string): { value: string; label: string } {
  return { value: word, label: spoken(word) };
}
