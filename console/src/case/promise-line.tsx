import type { SlaRecord } from '../../../core/sla/sla-record.ts';
import { useNameOf } from '../api/session.ts';
import { slaRecordWords } from '../sla/sla-record-words.ts';
import { Timestamp } from '../time/timestamp.tsx';
import classes from './case.module.css';

export function PromiseLine({ record }: { readonly record: SlaRecord }) {
  const said = slaRecordWords(record, useNameOf());
  return (
    said && (
      <p className={classes.event} data-tone={said.tone}>
        <span>{said.words}</span>
        <Timestamp at={record.at} />
      </p>
    )
  );
}
