import { fieldPath } from '../../../../core/validation/explain-issues.ts';
import { TextField } from '../fields/text-field.tsx';
import classes from '../policies.module.css';
import type { DraftCalendar } from '../promises-draft.ts';
import { HolidayList } from './holiday-list.tsx';
import { HoursFields } from './hours-fields.tsx';
import { VersionList } from './version-list.tsx';

interface Props {
  readonly id: string;
  readonly calendar: DraftCalendar;
  readonly onChange: (next: DraftCalendar) => void;
}

const zones = Intl.supportedValuesOf('timeZone');

export function CalendarFields({ id, calendar, onChange }: Props) {
  const at = (...path: string[]) => fieldPath(['calendars', id, ...path]);
  const list = `zones-of-${id}`;
  return (
    <div className={classes.fields}>
      <TextField
        label="Time zone"
        description="An IANA name, such as Europe/London or America/New_York."
        field={at('timezone')}
        value={calendar.timezone}
        list={list}
        onChange={(timezone) => onChange({ ...calendar, timezone })}
      />
      <datalist id={list}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <div className={classes.wide}>
        <HoursFields
          title="Hours"
          field={at('hours')}
          hours={calendar.hours}
          onChange={(hours) => onChange({ ...calendar, hours })}
        />
      </div>
      <div className={classes.wide}>
        <HolidayList
          field={at('holidays')}
          holidays={calendar.holidays ?? []}
          onChange={(holidays) =>
            onChange({ ...calendar, holidays: holidays.length === 0 ? undefined : holidays })
          }
        />
      </div>
      <div className={classes.wide}>
        <VersionList
          field={at('versions')}
          versions={calendar.versions ?? []}
          onChange={(versions) =>
            onChange({ ...calendar, versions: versions.length === 0 ? undefined : versions })
          }
        />
      </div>
    </div>
  );
}
