import { fieldPath } from '../../../../core/validation/explain-issues.ts';
import { Empty } from '../../feedback/empty.tsx';
import { useEditor, useProblemsAt } from '../editor-context.tsx';
import { ProblemLines } from '../fields/problem-lines.tsx';
import { ItemCard } from '../item-card.tsx';
import { NewItemForm } from '../new-item-form.tsx';
import classes from '../policies.module.css';
import type { DraftCalendar } from '../promises-draft.ts';
import { RemoveButton } from '../remove-button.tsx';
import { withoutKey } from '../without-key.ts';
import { CalendarFields } from './calendar-fields.tsx';
import { calendarSummary } from './calendar-summary.ts';

const officeDay: [string, string][] = [['09:00', '17:00']];

export function CalendarList() {
  const { draft, change, open } = useEditor();
  const { calendars } = draft;
  const put = (next: Readonly<Record<string, DraftCalendar>>) => change({ ...draft, calendars: next });
  const add = (id: string) => {
    const hours = { mon: officeDay, tue: officeDay, wed: officeDay, thu: officeDay, fri: officeDay };
    put({ ...calendars, [id]: { timezone: Intl.DateTimeFormat().resolvedOptions().timeZone, hours } });
    open('calendars', id);
  };
  const entries = Object.entries(calendars);
  return (
    <section aria-labelledby="calendars-title">
      <h2 id="calendars-title" className={classes.partTitle}>
        Calendars
      </h2>
      <p className={`dim ${classes.partIntro}`}>When a team or a department works: only that time counts.</p>
      {entries.length === 0 && (
        <div className="card">
          <Empty title="There is no calendar">A policy needs one; add it here first.</Empty>
        </div>
      )}
      <ul className={classes.items}>
        {entries.map(([id, calendar]) => (
          <ItemCard
            key={id}
            part="calendars"
            item={id}
            field={fieldPath(['calendars', id])}
            title={id}
            id={id}
            summary={calendarSummary(calendar)}
            acts={<RemoveButton what={id} onRemove={() => put(withoutKey(calendars, id))} />}
          >
            <KeyProblems field={fieldPath(['calendars', id])} />
            <CalendarFields
              id={id}
              calendar={calendar}
              onChange={(next) => put({ ...calendars, [id]: next })}
            />
          </ItemCard>
        ))}
      </ul>
      <NewItemForm what="calendar" taken={Object.keys(calendars)} onAdd={add} />
    </section>
  );
}

function KeyProblems({ field }: { readonly field: string }) {
  return <ProblemLines problems={useProblemsAt(field)} />;
}
