import { fieldPath } from '../../../../core/validation/explain-issues.ts';
import { Empty } from '../../feedback/empty.tsx';
import { useEditor } from '../editor-context.tsx';
import { durationWords } from '../fields/use-duration-text.ts';
import { ItemCard } from '../item-card.tsx';
import { NewItemForm } from '../new-item-form.tsx';
import classes from '../policies.module.css';
import type { DraftLadder } from '../promises-draft.ts';
import { RemoveButton } from '../remove-button.tsx';
import { withoutKey } from '../without-key.ts';
import { LadderFields } from './ladder-fields.tsx';

export function LadderList() {
  const { draft, change, open } = useEditor();
  const { ladders } = draft;
  const put = (next: Readonly<Record<string, DraftLadder>>) => change({ ...draft, ladders: next });
  const entries = Object.entries(ladders);
  return (
    <section aria-labelledby="ladders-title">
      <h2 id="ladders-title" className={classes.partTitle}>
        Ladders
      </h2>
      <p className={`dim ${classes.partIntro}`}>
        Who is reminded before a promise is due, and who is told, rung by rung, once it is broken.
      </p>
      {entries.length === 0 && (
        <div className="card">
          <Empty title="There is no ladder">A breach is only recorded, and nobody is told.</Empty>
        </div>
      )}
      <ul className={classes.items}>
        {entries.map(([id, ladder]) => (
          <ItemCard
            key={id}
            part="ladders"
            item={id}
            field={fieldPath(['ladders', id])}
            title={ladder.name || id}
            id={id}
            summary={summaryOf(ladder)}
            acts={<RemoveButton what={ladder.name || id} onRemove={() => put(withoutKey(ladders, id))} />}
          >
            <LadderFields id={id} ladder={ladder} onChange={(next) => put({ ...ladders, [id]: next })} />
          </ItemCard>
        ))}
      </ul>
      <NewItemForm
        what="ladder"
        taken={Object.keys(ladders)}
        onAdd={(id) => {
          put({ ...ladders, [id]: newLadder(id) });
          open('ladders', id);
        }}
      />
    </section>
  );
}

function newLadder(id: string): DraftLadder {
  return {
    name: id,
    reminders: [],
    levels: [{ tier: 'lead', waitMinutes: 30, targets: [{ role: 'lead' }], channels: ['console', 'email'] }],
  };
}

function summaryOf({ reminders, levels, repeatLastMinutes }: DraftLadder): string {
  const parts = [
    ...reminders.map(({ beforeMinutes }) => `reminder ${durationWords(beforeMinutes)} before`),
    levels.map(({ tier, waitMinutes }) => `${tier} (${durationWords(waitMinutes)})`).join(' → '),
  ];
  if (repeatLastMinutes !== undefined) parts.push(`then again every ${durationWords(repeatLastMinutes)}`);
  return parts.join('; ');
}
