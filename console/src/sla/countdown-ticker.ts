interface Clockwork {
  now(): number;
  /** Calls back after so many ms; what it returns takes that back. */
  after(ms: number, callback: () => void): () => void;
}

/** Wakes many listeners, each at its own time, with a single timer for all. */
export class CountdownTicker {
  readonly #clockwork: Clockwork;
  readonly #dueMs = new Map<() => void, number>();
  #stop: (() => void) | null = null;
  #wakesAtMs = Number.POSITIVE_INFINITY;

  constructor(clockwork: Clockwork) {
    this.#clockwork = clockwork;
  }

  /** Calls `listener` once, when `atMs` has come; what it returns takes that back. */
  wakeAt(atMs: number, listener: () => void): () => void {
    this.#dueMs.set(listener, atMs);
    if (atMs < this.#wakesAtMs) this.#arm(atMs);
    return () => {
      this.#dueMs.delete(listener);
      if (this.#dueMs.size === 0) this.#disarm();
    };
  }

  /** Calls everybody now: time has jumped. */
  wakeAll(): void {
    const all = [...this.#dueMs.keys()];
    this.#dueMs.clear();
    this.#disarm();
    for (const listener of all) listener();
  }

  #arm(atMs: number): void {
    this.#stop?.();
    this.#wakesAtMs = atMs;
    this.#stop = this.#clockwork.after(Math.max(0, atMs - this.#clockwork.now()), () => this.#fire());
  }

  #disarm(): void {
    this.#stop?.();
    this.#stop = null;
    this.#wakesAtMs = Number.POSITIVE_INFINITY;
  }

  #fire(): void {
    this.#stop = null;
    this.#wakesAtMs = Number.POSITIVE_INFINITY;
    const now = this.#clockwork.now();
    const due = [...this.#dueMs].filter(([, atMs]) => atMs <= now).map(([listener]) => listener);
    for (const listener of due) this.#dueMs.delete(listener);
    for (const listener of due) listener();
    const next = Math.min(...this.#dueMs.values());
    if (next < this.#wakesAtMs) this.#arm(next);
  }
}
