import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseDetail } from '../api/cases.ts';
import { useHandovers } from '../api/handovers.ts';
import { Notice } from '../feedback/notice.tsx';
import { clockTime } from '../time/local-time.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';

/** Never go silent: somebody at risk waits for us, and that does not end with a shift. */
export function HandOverNotice({ detail }: { readonly detail: CaseDetail }) {
  const [asking, setAsking] = useState(false);
  const handovers = useHandovers().data;
  const { case: subject, sla } = detail;
  const wasLeft = (sla?.escalations ?? []).some(
    ({ state, cause }) => state === 'open' && cause.kind === 'handover',
  );
  const mine = handovers?.items.find((item) => item.case.id === subject.id);
  if (!wasLeft && !mine) return null;
  const ends = handovers?.shiftEndsAt;
  return (
    <>
      <Notice
        tone={wasLeft ? 'danger' : 'warn'}
        role="status"
        title={
          wasLeft
            ? 'Nobody on duty has this person'
            : `Your shift ends at ${ends ? clockTime(ends).slice(0, 5) : 'any moment'}: hand this case over`
        }
      >
        {mine ? `${mine.why}. ` : 'They wait for us, and who had the case has gone off duty. '}
        <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
          Hand over…
        </Button>
      </Notice>
      {asking && <HandOverDialog detail={detail} onClose={() => setAsking(false)} />}
    </>
  );
}
