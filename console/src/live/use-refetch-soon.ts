import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { PushedFrame } from './frames.ts';

const waitMs = 150;

/** Gathers pushes for a moment and re-reads once, so that a flood of mail does not flood the desk with reads. */
export function useRefetchSoon(): (frame: PushedFrame) => void {
  const queries = useQueryClient();
  const caseIds = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );

  return useCallback(
    (frame: PushedFrame) => {
      if ('caseId' in frame) caseIds.current.add(frame.caseId);
      if (frame.type === 'page.closed') caseIds.current.add(frame.pageId.replace(/-P\d+$/, ''));
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        for (const id of caseIds.current) void queries.invalidateQueries({ queryKey: ['case', id] });
        caseIds.current.clear();
        for (const key of ['cases', 'pages', 'escalations', 'outbox'])
          void queries.invalidateQueries({ queryKey: [key] });
      }, waitMs);
    },
    [queries],
  );
}
