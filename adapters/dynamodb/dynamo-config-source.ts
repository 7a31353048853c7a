import { type DeskConfig, parseDeskConfig } from '../../core/config/desk-config.ts';
import { DomainError } from '../../core/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ConfigSource, ConfigVersion } from '../../ports/config-source.ts';
import type { Log } from '../../ports/log.ts';
import { configVersionKey, currentConfigKey } from './keys.ts';
import { toItem } from './operation.ts';
import { readItem } from './read-item.ts';
import type { Table } from './table.ts';

const freshMs = 30_000;
/** Below the 400 KB of an item, so that it is refused with a remedy and not by the store. */
export const configLimitBytes = 350 * 1024;

/** Every version under its hash, and one item that names the current one. */
export class DynamoConfigSource implements ConfigSource {
  readonly #table: Table;
  readonly #clock: Clock;
  readonly #log: Pick<Log, 'error'>;
  #cached: { readonly readAt: number; readonly version: ConfigVersion } | null = null;

  /** `log` hears of a stored version that this code would refuse. */
  constructor(table: Table, clock: Clock, log: Pick<Log, 'error'>) {
    this.#table = table;
    this.#clock = clock;
    this.#log = log;
  }

  async current(): Promise<ConfigVersion> {
    const now = this.#clock.now();
    if (this.#cached && now - this.#cached.readAt < freshMs) return this.#cached.version;
    const name = await this.#currentName();
    const known = this.#cached?.version.version === name ? this.#cached.version : null;
    const version = known ?? (name === null ? null : await this.get(name));
    if (!version)
      throw new DomainError(
        'unavailable',
        'config.none',
        'no configuration is published: run `harborwatch config apply`',
      );
    this.#cached = { readAt: now, version };
    return version;
  }

  async publish(version: ConfigVersion): Promise<void> {
    if ((await this.#currentName()) === version.version) return;
    const bytes = Buffer.byteLength(JSON.stringify(version));
    if (bytes > configLimitBytes)
      throw new DomainError(
        'invalid',
        'config.too-large',
        `the configuration takes ${bytes} bytes of ${configLimitBytes}: shorten lists such as users or holidays`,
      );
    const key = configVersionKey(version.version);
    // The version first: the pointer must never name one that is not there.
    await this.#table.put({ Item: toItem({ key, entity: 'config', data: version, commitId: '' }) });
    const pointer = { version: version.version };
    await this.#table.put({
      Item: toItem({ key: currentConfigKey, entity: 'current-config', data: pointer, commitId: '' }),
    });
    this.#cached = null;
  }

  async get(version: string): Promise<ConfigVersion | null> {
    const item = await this.#table.get(configVersionKey(version));
    if (!item) return null;
    const stored = readItem<ConfigVersion>(item, 'config');
    return { ...stored, config: this.#completed(stored) };
  }

  /**
   * What was published passed its check then. If newer code refuses it, it is used as it stands: without any
   * configuration nobody would be paged.
   */
  #completed({ version, config }: ConfigVersion): DeskConfig {
    try {
      return parseDeskConfig(config);
    } catch (error) {
      this.#log.error(
        'the stored configuration is no longer valid and is used as it stands: publish a new one',
        {
          version,
          error,
        },
      );
      return config;
    }
  }

  async #currentName(): Promise<string | null> {
    const item = await this.#table.get(currentConfigKey);
    return item && readItem<{ version: string }>(item, 'current-config').version;
  }
}
