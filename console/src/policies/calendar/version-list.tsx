import { Button, TextInput } from '@mantine/core';
import { useEditor, useProblemsAt } from '../editor-context.tsx';
import { Fact } from '../fields/fact.tsx';
import { ProblemLines } from '../fields/problem-lines.tsx';
import classes from '../policies.module.css';
import type { DraftCalendar } from '../promises-draft.ts';
import { RemoveButton } from '../remove-button.tsx';
import { HoursFields } from './hours-fields.tsx';

type Version = NonNullable<DraftCalendar['versions']>[number];

interface Props {
  readonly field: string;
  readonly versions: readonly Version[];
  readonly onChange: (next: readonly Version[]) => void;
}

/** Hours that take the place of the usual ones from a date on. */
export function VersionList({ field, versions, onChange }: Props) {
  const { canEdit } = useEditor();
  return (
    <section className={classes.group} aria-label="Other hours from a date on">
      <h4 className={classes.groupTitle}>Other hours from a date on</h4>
      {versions.length === 0 && (
        <p className={`dim ${classes.groupHint}`}>None: the hours above hold always.</p>
      )}
      {versions.map((version, index) => (
        // Dates are what is edited; the order is theirs.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={classes.dated}>
          <div className={classes.datedHead}>
            <FromDate
              field={`${field}[${index}].from`}
              value={version.from}
              onChange={(from) => onChange(versions.with(index, { ...version, from }))}
            />
            {canEdit && (
              <RemoveButton
                what={`the hours from ${version.from || 'no date'}`}
                onRemove={() => onChange(versions.toSpliced(index, 1))}
              />
            )}
          </div>
          <HoursFields
            title={`Hours from ${version.from || 'then'} on`}
            field={`${field}[${index}].hours`}
            hours={version.hours}
            onChange={(hours) => onChange(versions.with(index, { ...version, hours }))}
          />
        </div>
      ))}
      {canEdit && (
        <Button
          variant="default"
          size="xs"
          onClick={() => onChange([...versions, { from: '', hours: versions.at(-1)?.hours ?? {} }])}
        >
          Add other hours from a date on
        </Button>
      )}
    </section>
  );
}

interface FromProps {
  readonly field: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function FromDate({ field, value, onChange }: FromProps) {
  const { canEdit } = useEditor();
  const problems = useProblemsAt(field);
  if (!canEdit) return <Fact label="From">{value}</Fact>;
  return (
    <TextInput
      type="date"
      label="From"
      value={value}
      error={problems.length > 0 && <ProblemLines problems={problems} />}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
