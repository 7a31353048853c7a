import { fieldPath } from '../../../../core/validation/explain-issues.ts';
import { Empty } from '../../feedback/empty.tsx';
import { useEditor } from '../editor-context.tsx';
import { ChoiceField } from '../fields/choice-field.tsx';
import { DurationField } from '../fields/duration-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { durationWords } from '../fields/use-duration-text.ts';
import { ItemCard } from '../item-card.tsx';
import { NewItemForm } from '../new-item-form.tsx';
import classes from '../policies.module.css';
import type { DraftDepartment } from '../promises-draft.ts';
import { RemoveButton } from '../remove-button.tsx';
import { withoutKey } from '../without-key.ts';

export function DepartmentList() {
  const { draft, change, open } = useEditor();
  const { departments } = draft;
  const put = (next: Readonly<Record<string, DraftDepartment>>) => change({ ...draft, departments: next });
  const entries = Object.entries(departments);
  return (
    <section aria-labelledby="departments-title">
      <h2 id="departments-title" className={classes.partTitle}>
        Departments
      </h2>
      <p className={`dim ${classes.partIntro}`}>
        Asked by e-mail; what a department promises itself wins over the policy of the case.
      </p>
      {entries.length === 0 && (
        <div className="card">
          <Empty title="There is no department">Questions to others need one to go to.</Empty>
        </div>
      )}
      <ul className={classes.items}>
        {entries.map(([id, department]) => (
          <ItemCard
            key={id}
            part="departments"
            item={id}
            field={fieldPath(['departments', id])}
            title={department.name || id}
            id={id}
            summary={summaryOf(department)}
            acts={
              <RemoveButton what={department.name || id} onRemove={() => put(withoutKey(departments, id))} />
            }
          >
            <DepartmentFields
              id={id}
              department={department}
              onChange={(next) => put({ ...departments, [id]: next })}
            />
          </ItemCard>
        ))}
      </ul>
      <NewItemForm
        what="department"
        taken={Object.keys(departments)}
        onAdd={(id) => {
          put({ ...departments, [id]: { name: id, email: '' } });
          open('departments', id);
        }}
      />
    </section>
  );
}

function summaryOf({ email, calendar, answerMinutes }: DraftDepartment): string {
  const time =
    answerMinutes === undefined ? 'answers as the policy says' : `answers in ${durationWords(answerMinutes)}`;
  return `${email || 'no address'}; ${time}; ${calendar === undefined ? "hours of the case's policy" : `hours of ${calendar}`}`;
}

interface FieldsProps {
  readonly id: string;
  readonly department: DraftDepartment;
  readonly onChange: (next: DraftDepartment) => void;
}

function DepartmentFields({ id, department, onChange }: FieldsProps) {
  const { draft } = useEditor();
  const at = (name: string) => fieldPath(['departments', id, name]);
  const calendars = Object.keys(draft.calendars).map((calendar) => ({ value: calendar, label: calendar }));
  return (
    <div className={classes.fields}>
      <TextField
        label="Name"
        field={at('name')}
        value={department.name}
        onChange={(name) => onChange({ ...department, name })}
      />
      <TextField
        label="E-mail address"
        type="email"
        field={at('email')}
        value={department.email}
        onChange={(email) => onChange({ ...department, email })}
      />
      <ChoiceField
        label="Calendar"
        field={at('calendar')}
        value={department.calendar ?? ''}
        options={[{ value: '', label: "that of the case's policy" }, ...calendars]}
        onChange={(calendar) => onChange({ ...department, calendar: calendar === '' ? undefined : calendar })}
      />
      <DurationField
        label="Answers within"
        placeholder="as the policy says"
        field={at('answerMinutes')}
        value={department.answerMinutes}
        onChange={(answerMinutes) => onChange({ ...department, answerMinutes })}
      />
    </div>
  );
}
