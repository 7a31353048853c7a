import { useSyncExternalStore } from 'react';

let words = '';
const listeners = new Set<() => void>();

/** Says it to a screen reader when it is next silent; shows nothing. */
export function announce(text: string): void {
  // A repeat of the same words is not read unless the text differs.
  words = words === text ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

export function Announcer() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    () => words,
  );
  return (
    <div className="sr-only" role="status" aria-live="polite" data-testid="announcer">
      {text}
    </div>
  );
}
