import type { Connection, Connections } from '../ports/connections.ts';

/**
 * Connections of the one process that there is: their list changes only through here, and every change of a
 * case asks for it.
 */
export class RememberedConnections implements Connections {
  readonly #stored: Connections;
  #list: Promise<readonly Connection[]> | null = null;

  constructor(stored: Connections) {
    this.#stored = stored;
  }

  async save(connection: Connection): Promise<void> {
    await this.#changing(() => this.#stored.save(connection));
  }

  async remove(connectionId: string): Promise<void> {
    await this.#changing(() => this.#stored.remove(connectionId));
  }

  list(): Promise<readonly Connection[]> {
    this.#list ??= this.#read();
    return this.#list;
  }

  async #read(): Promise<readonly Connection[]> {
    try {
      return await this.#stored.list();
    } catch (error) {
      this.#list = null;
      throw error;
    }
  }

  /** Forgotten before, for whoever asks meanwhile, and after, for who has read too early. */
  async #changing(change: () => Promise<void>): Promise<void> {
    this.#list = null;
    try {
      await change();
    } finally {
      this.#list = null;
    }
  }
}
