import { useEffect, useState } from 'react';
import { useLive } from '../live/live-context.tsx';
import { announce } from '../shell/announcer.tsx';

/** The ids of the escalations that this console was told of since it was opened. */
export function usePushedEscalations(): ReadonlySet<string> {
  const { listen } = useLive();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useEffect(
    () =>
      listen((frame) => {
        if (frame.type !== 'escalation') return;
        setIds((before) => new Set([...before, frame.escalationId]));
        announce(`Escalation of ${frame.caseId}: look at the top of the page.`);
      }),
    [listen],
  );
  return ids;
}
