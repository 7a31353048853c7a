import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The time, in epoch ms, that moves every `periodMs`; one timer serves the whole page. */
export function useNow(periodMs = 10_000): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / periodMs) * periodMs);
}
