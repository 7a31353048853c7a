import { fieldChanges } from '../field-changes.ts';
import { isReordered, type MergeItem, mergeItems } from '../merge-promises.ts';
import classes from '../policies.module.css';
import type { PromisesDraft } from '../promises-draft.ts';
import { FieldChangeLines } from './field-change-lines.tsx';

const partWords = { policies: 'Policy', calendars: 'Calendar', ladders: 'Ladder', departments: 'Department' };

export function titleOf({ part, id }: Pick<MergeItem, 'part' | 'id'>): string {
  return `${partWords[part]} ${id}`;
}

/** What differs between two sets of promises, item by item. */
export function ChangeList({
  before,
  after,
}: {
  readonly before: PromisesDraft;
  readonly after: PromisesDraft;
}) {
  const items = mergeItems({ base: before, mine: after, theirs: before });
  const reordered = isReordered(before, after);
  return (
    <ul className={classes.changes} aria-label="What changes" tabIndex={0}>
      {reordered && (
        <li>
          <strong>Order of the policies</strong> {after.policies.map(({ id }) => id).join(', ')}
        </li>
      )}
      {items.map((item) => (
        <li key={`${item.part} ${item.id}`}>
          <strong>{titleOf(item)}</strong>{' '}
          {item.base === undefined ? 'is new' : item.mine === undefined ? 'is removed' : ''}
          {item.base !== undefined && item.mine !== undefined && (
            <FieldChangeLines changes={fieldChanges(item.base, item.mine)} />
          )}
        </li>
      ))}
    </ul>
  );
}
