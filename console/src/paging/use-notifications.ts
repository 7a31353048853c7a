import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { RingingPage } from './ringing-pages.ts';

export type NotificationState = NotificationPermission | 'unsupported';

/** One browser notification an attempt; its words hold the case number only. */
export function useNotifications(ringing: readonly RingingPage[]) {
  const [, navigate] = useLocation();
  const [state, setState] = useState<NotificationState>(() =>
    'Notification' in window ? Notification.permission : 'unsupported',
  );
  const shown = useRef(new Map<string, Notification>());

  useEffect(() => {
    if (state !== 'granted') return;
    const wanted = new Map(ringing.map((page) => [page.attemptKey, page]));
    for (const [key, notification] of shown.current) {
      if (wanted.has(key)) continue;
      notification.close();
      shown.current.delete(key);
    }
    for (const [key, page] of wanted) {
      if (shown.current.has(key)) continue;
      const notification = show(page);
      if (!notification) return setState('unsupported');
      notification.onclick = () => {
        window.focus();
        navigate(`/cases/${page.caseId}`);
      };
      shown.current.set(key, notification);
    }
  }, [ringing, state, navigate]);

  const ask = useCallback(async () => setState(await Notification.requestPermission()), []);
  return { state, ask };
}

/** Null on phones whose browser has the class but only lets a service worker use it: it throws there. */
function show({ pageId }: RingingPage): Notification | null {
  try {
    return new Notification('Harborwatch: emergency page', {
      body: `${pageId}: open it and acknowledge.`,
      tag: pageId,
      requireInteraction: true,
    });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
