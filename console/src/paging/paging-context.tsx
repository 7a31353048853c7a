import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { PageItem } from '../api/page-item.ts';
import { useAcknowledge, useOpenPages } from '../api/pages.ts';
import { explain } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import { useLive } from '../live/live-context.tsx';
import { announce } from '../shell/announcer.tsx';
import { useNow } from '../time/use-now.ts';
import { ackWords } from './ack-words.ts';
import type { RingingPage } from './ringing-pages.ts';
import { ringingPages } from './ringing-pages.ts';
import { useFlashingTitle } from './use-flashing-title.ts';
import { type NotificationState, useNotifications } from './use-notifications.ts';
import { type Outcome, useOutcomes } from './use-outcomes.ts';
import { usePushedPages } from './use-pushed-pages.ts';
import { useReportSeen } from './use-report-seen.ts';
import { type Sound, useSound } from './use-sound.ts';

const silenceMs = 60_000;

interface Paging {
  readonly open: readonly PageItem[];
  /** Pushed, and not in `open` yet. */
  readonly pushed: readonly RingingPage[];
  readonly outcomes: readonly Outcome[];
  readonly ringing: boolean;
  readonly silencedUntilMs: number;
  readonly acknowledgingId: string | null;
  readonly listError: unknown;
  readonly sound: Sound;
  readonly notifications: { readonly state: NotificationState; readonly ask: () => Promise<void> };
  readonly acknowledge: (pageId: string) => void;
  readonly silence: () => void;
  readonly dismiss: (pageId: string) => void;
}

const PagingContext = createContext<Paging | null>(null);
const none: readonly PageItem[] = [];

export function PagingProvider({ children }: { readonly children: ReactNode }) {
  const { user } = useSession();
  const { pollMs } = useLive();
  const list = useOpenPages(Math.min(pollMs, 15_000));
  const open = list.data ?? none;
  const { outcomes, record, dismiss } = useOutcomes();
  const frames = usePushedPages(open, list.dataUpdatedAt, record);
  const [silencedUntilMs, setSilencedUntilMs] = useState(0);
  const now = useNow(1000);

  const pages = useMemo(() => ringingPages(open, frames, user.id), [open, frames, user.id]);
  const ringing = pages.length > 0 && now >= silencedUntilMs;
  const sound = useSound(ringing);
  const notifications = useNotifications(pages);
  useFlashingTitle(pages.length > 0);
  useReportSeen(open, frames, user.id);
  useEffect(() => {
    if (pages.length > 0) announce(`Emergency page for you. Press g then p to go to it.`);
  }, [pages.length]);

  const { mutate, isPending, variables } = useAcknowledge();
  const acknowledge = useCallback(
    (pageId: string) => {
      const pressedAtMs = Date.now();
      mutate(pageId, {
        onSuccess: (outcome) =>
          record({
            pageId,
            tone: outcome.outcome === 'acknowledged' ? 'good' : 'told',
            words: ackWords(outcome, pressedAtMs),
          }),
        onError: (error) =>
          record({ pageId, tone: 'failed', words: `Not acknowledged. ${explain(error)} Press again.` }),
      });
    },
    [mutate, record],
  );

  const paging = useMemo(() => {
    const listed = new Set(open.map(({ page }) => page.id));
    return {
      open,
      pushed: pages.filter(({ pageId }) => !listed.has(pageId)),
      outcomes,
      ringing,
      silencedUntilMs,
      acknowledgingId: isPending ? variables : null,
      listError: list.error,
      sound,
      notifications,
      acknowledge,
      silence: () => setSilencedUntilMs(Date.now() + silenceMs),
      dismiss,
    };
  }, [
    open,
    pages,
    outcomes,
    ringing,
    silencedUntilMs,
    isPending,
    variables,
    list.error,
    sound,
    notifications,
    acknowledge,
    dismiss,
  ]);
  return <PagingContext value={paging}>{children}</PagingContext>;
}

export function usePaging(): Paging {
  const paging = useContext(PagingContext);
  if (!paging) throw new Error('usePaging outside of PagingProvider');
  return paging;
}
