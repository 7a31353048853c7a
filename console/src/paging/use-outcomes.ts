import { useCallback, useEffect, useState } from 'react';
import { announce } from '../shell/announcer.tsx';
import { useNow } from '../time/use-now.ts';

/** How a page ended, or why it did not, as the person is told. */
export interface Outcome {
  readonly pageId: string;
  readonly tone: 'good' | 'told' | 'failed';
  readonly words: string;
}

const shownMs = 120_000;

/** One line a page, for two minutes; a failure stays until it is overtaken or dismissed. */
export function useOutcomes() {
  const [kept, setKept] = useState<readonly (Outcome & { readonly untilMs: number })[]>([]);
  const now = useNow(5000);

  const record = useCallback((outcome: Outcome) => {
    const untilMs = outcome.tone === 'failed' ? Number.POSITIVE_INFINITY : Date.now() + shownMs;
    setKept((before) => [
      ...before.filter(({ pageId }) => pageId !== outcome.pageId),
      { ...outcome, untilMs },
    ]);
    announce(outcome.words);
  }, []);
  const dismiss = useCallback((pageId: string) => {
    setKept((before) => before.filter((each) => each.pageId !== pageId));
  }, []);
  useEffect(() => {
    setKept((before) =>
      before.some(({ untilMs }) => untilMs <= now) ? before.filter(({ untilMs }) => untilMs > now) : before,
    );
  }, [now]);

  return { outcomes: kept, record, dismiss };
}
