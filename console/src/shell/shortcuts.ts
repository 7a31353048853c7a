import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** One key, or two after each other: `g q`. */
  readonly keys: string;
  readonly label: string;
}

interface Registered extends Shortcut {
  readonly run: () => void;
}

const prefixMs = 1200;
const listeners = new Set<() => void>();
let registered: readonly Registered[] = [];
let prefix: { key: string; untilMs: number } | null = null;

/** Works while the caller is on screen and nobody is typing. */
export function useShortcut(keys: string, label: string, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const entry: Registered = { keys, label, run: () => latest.current() };
    update([...registered, entry]);
    return () => update(registered.filter((each) => each !== entry));
  }, [keys, label]);
}

export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => registered,
  );
}

export function listenForShortcuts(): () => void {
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}

function update(next: readonly Registered[]): void {
  registered = next;
  for (const listener of listeners) listener();
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
    return;
  const typed = prefix && prefix.untilMs > event.timeStamp ? `${prefix.key} ${event.key}` : event.key;
  prefix = null;
  const match = registered.findLast(({ keys }) => keys === typed);
  if (match) {
    event.preventDefault();
    match.run();
  } else if (registered.some(({ keys }) => keys.startsWith(`${event.key} `))) {
    prefix = { key: event.key, untilMs: event.timeStamp + prefixMs };
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('[role="dialog"]') !== null ||
      (target.matches('input, textarea, select') && !target.matches('[type="checkbox"], [type="radio"]')))
  );
}
