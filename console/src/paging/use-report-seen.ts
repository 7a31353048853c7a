import { useEffect, useRef } from 'react';
import type { PageItem } from '../api/page-item.ts';
import type { PageFrame } from '../live/frames.ts';
import { useLive } from '../live/live-context.tsx';
import { unseenKeys } from './ringing-pages.ts';

/** `seen` is said once an attempt, and only when the page is on a screen that somebody could look at. */
export function useReportSeen(
  open: readonly PageItem[],
  frames: ReadonlyMap<string, PageFrame>,
  userId: string,
): void {
  const { send } = useLive();
  const reported = useRef(new Set<string>());
  useEffect(() => {
    const report = () => {
      if (document.visibilityState !== 'visible') return;
      for (const attemptKey of unseenKeys(open, frames, userId)) {
        if (reported.current.has(attemptKey)) continue;
        reported.current.add(attemptKey);
        send({ action: 'seen', attemptKey });
      }
    };
    report();
    document.addEventListener('visibilitychange', report);
    return () => document.removeEventListener('visibilitychange', report);
  }, [open, frames, userId, send]);
}
