import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useNameOf } from '../../api/session.ts';
import { Timestamp } from '../../time/timestamp.tsx';
import { fieldChanges } from '../field-changes.ts';
import { keyOf, type MergeItem, mergeItems, mergePromises, type Side } from '../merge-promises.ts';
import classes from '../policies.module.css';
import type { InForce } from '../promises-api.ts';
import type { PromisesEditor } from '../use-promises-editor.ts';
import { titleOf } from './change-list.tsx';
import { FieldChangeLines } from './field-change-lines.tsx';

interface Props {
  readonly editor: PromisesEditor;
  readonly inForce: InForce;
  readonly onClose: () => void;
}

/** Both sides of a conflict, item by item; what only one changed is taken from there. */
export function ConflictDialog({ editor, inForce, onClose }: Props) {
  const nameOf = useNameOf();
  const [choices, setChoices] = useState<Readonly<Record<string, Side>>>({});
  const input = { base: editor.base, mine: editor.draft, theirs: inForce.promises };
  const items = mergeItems(input);
  const open = items.filter((item) => item.changedBy === 'both' && choices[keyOf(item)] === undefined);
  const who = inForce.publishedBy === null ? 'The files' : nameOf(inForce.publishedBy);
  return (
    <Modal opened onClose={onClose} title="Two sets of changes" size="xl" centered>
      <p className={classes.dialogText}>
        {who} published other promises <Timestamp at={inForce.publishedAt} /> since you began. Your draft is
        kept as it is. What only one of you changed is taken from there; where both changed the same thing,
        choose.
      </p>
      <ul className={classes.conflicts} tabIndex={0} aria-label="Changes of both">
        {items.map((item) => (
          <ConflictItem
            key={keyOf(item)}
            item={item}
            choice={choices[keyOf(item)]}
            onChoose={(side) => setChoices({ ...choices, [keyOf(item)]: side })}
          />
        ))}
      </ul>
      <div className={classes.dialogActs}>
        <Button variant="default" onClick={onClose}>
          Not now
        </Button>
        <Button
          disabled={open.length > 0}
          onClick={() => {
            editor.continueOn(mergePromises(input, choices));
            onClose();
          }}
        >
          {open.length > 0 ? `Choose for ${open.length} more` : 'Go on with both together'}
        </Button>
      </div>
    </Modal>
  );
}

interface ItemProps {
  readonly item: MergeItem;
  readonly choice: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

function ConflictItem({ item, choice, onChoose }: ItemProps) {
  const title = titleOf(item);
  if (item.changedBy !== 'both')
    return (
      <li>
        <strong>{title}</strong>{' '}
        <span className="dim">changed by {item.changedBy === 'me' ? 'you' : 'them'} only</span>
        <Changes before={item.base} after={item.changedBy === 'me' ? item.mine : item.theirs} />
      </li>
    );
  return (
    <li className={classes.conflict}>
      <fieldset>
        <legend>
          <strong>{title}</strong> changed by both
        </legend>
        <div className={classes.sides}>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className={classes.side}>
              <span>
                <input
                  type="radio"
                  name={keyOf(item)}
                  checked={choice === side}
                  onChange={() => onChoose(side)}
                />{' '}
                {side === 'mine' ? 'Take yours' : 'Take theirs'}
              </span>
              <Changes before={item.base} after={item[side]} />
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  );
}

function Changes({ before, after }: { readonly before: unknown; readonly after: unknown }) {
  if (after === undefined) return <p className={classes.dialogText}>removed</p>;
  if (before === undefined) return <p className={classes.dialogText}>new</p>;
  return <FieldChangeLines changes={fieldChanges(before, after)} />;
}
