/** Work under one key runs one after another; different keys run side by side. Keeps nothing once drained. */
export class SerialQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  get running(): Promise<unknown>[] {
    return [...this.#tails.values()];
  }

  run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const result = before.then(work);
    const tail: Promise<void> = result.then(
      () => this.#drop(key, tail),
      () => this.#drop(key, tail),
    );
    this.#tails.set(key, tail);
    return result;
  }

  #drop(key: string, tail: Promise<unknown>): void {
    if (this.#tails.get(key) === tail) this.#tails.delete(key);
  }
}
