import { useEffect, useRef, useState } from 'react';
import type { PageItem } from '../api/page-item.ts';
import { useNameOf, useSession } from '../api/session.ts';
import type { PageFrame } from '../live/frames.ts';
import { useLive } from '../live/live-context.tsx';
import { clockTime } from '../time/local-time.ts';
import type { Outcome } from './use-outcomes.ts';

type Pushed = PageFrame & { readonly arrivedMs: number };

/**
 * Pages pushed to this console, by page id, until they are closed. A list read after the push that no
 * longer holds the page means that it was closed while the link was down.
 */
export function usePushedPages(
  open: readonly PageItem[],
  listReadMs: number,
  record: (outcome: Outcome) => void,
): ReadonlyMap<string, PageFrame> {
  const { listen } = useLive();
  const { user } = useSession();
  const nameOf = useNameOf();
  const latest = useRef({ nameOf, record, userId: user.id });
  useEffect(() => {
    latest.current = { nameOf, record, userId: user.id };
  });
  const [frames, setFrames] = useState<ReadonlyMap<string, Pushed>>(new Map());

  useEffect(
    () =>
      listen((frame) => {
        if (frame.type === 'page') {
          setFrames((before) => new Map(before).set(frame.pageId, { ...frame, arrivedMs: Date.now() }));
        }
        if (frame.type !== 'page.closed') return;
        setFrames((before) => without(before, [frame.pageId]));
        const { nameOf: name, record: tell, userId } = latest.current;
        if (frame.by === userId) return;
        const who = frame.by === null ? 'Somebody' : name(frame.by);
        const act = frame.outcome === 'cancelled' ? 'cancelled' : 'acknowledged';
        const words = `${who} ${act} this page at ${clockTime(new Date().toISOString())}.`;
        tell({ pageId: frame.pageId, tone: 'told', words });
      }),
    [listen],
  );

  useEffect(() => {
    const listed = new Set(open.map(({ page }) => page.id));
    setFrames((before) => {
      const gone = [...before.values()].filter(
        ({ pageId, arrivedMs }) => !listed.has(pageId) && arrivedMs + 2000 < listReadMs,
      );
      return without(
        before,
        gone.map(({ pageId }) => pageId),
      );
    });
  }, [open, listReadMs]);

  return frames;
}

function without(
  frames: ReadonlyMap<string, Pushed>,
  pageIds: readonly string[],
): ReadonlyMap<string, Pushed> {
  if (!pageIds.some((id) => frames.has(id))) return frames;
  return new Map([...frames].filter(([id]) => !pageIds.includes(id)));
}
