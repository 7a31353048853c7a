import { createHash } from 'node:crypto';
import { configVersionOf } from '../../core/config/config-version.ts';
import { type DeskConfig, parseDeskConfig } from '../../core/config/desk-config.ts';
import { policySetOf } from '../../core/config/policies-of-config.ts';
import { DomainError } from '../../core/errors.ts';
import type { PolicySet } from '../../core/sla/policy-set.ts';
import { toInstant } from '../../core/time/instant.ts';
import type { Clock } from '../../ports/clock.ts';
import type {
  ConfigEdition,
  ConfigSource,
  ConfigVersion,
  PublishOptions,
} from '../../ports/config-source.ts';
import type { Log } from '../../ports/log.ts';
import { contention } from './aws-errors.ts';
import { configVersionKey, currentConfigKey } from './keys.ts';
import { toItem } from './operation.ts';
import { readItem } from './read-item.ts';
import { StoredPolicySets } from './stored-policy-sets.ts';
import type { Table } from './table.ts';

const freshMs = 30_000;
/** Below the 400 KB of an item, so that it is refused with a remedy and not by the store. */
export const configLimitBytes = 350 * 1024;
/** Two who publish at once without a base take turns; more rounds than this are a fault. */
const mostRounds = 5;

/** As stored. What was published before desks had promises lacks all but the first three. */
interface StoredVersion {
  readonly version: string;
  readonly publishedAt: string;
  readonly config: DeskConfig;
  readonly source?: ConfigEdition['source'];
  readonly publishedBy?: string | null;
  readonly reason?: string | null;
  readonly policiesVersion?: string;
}

/** The item that names the current version. */
interface Pointer {
  readonly version: string;
  readonly filesHash?: string | undefined;
}

const noPromises = { calendars: {}, ladders: {}, policies: [], departments: {} };

/** Every version under its hash, its promises under theirs, and one item that names the current one. */
export class DynamoConfigSource implements ConfigSource {
  readonly #table: Table;
  readonly #clock: Clock;
  readonly #log: Pick<Log, 'error'>;
  readonly #policySets: StoredPolicySets;
  #cached: { readonly readAt: number; readonly version: ConfigVersion } | null = null;

  /** `log` hears of a stored version that this code would refuse. */
  constructor(table: Table, clock: Clock, log: Pick<Log, 'error'>) {
    this.#table = table;
    this.#clock = clock;
    this.#log = log;
    this.#policySets = new StoredPolicySets(table);
  }

  async current(): Promise<ConfigVersion> {
    const now = this.#clock.now();
    if (this.#cached && now - this.#cached.readAt < freshMs) return this.#cached.version;
    const name = (await this.#readPointer()).pointer?.version ?? null;
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

  async publish(edition: ConfigEdition, { base, filesHash }: PublishOptions = {}): Promise<ConfigVersion> {
    const next = this.#versionOf(edition);
    for (let round = 0; round < mostRounds; round++) {
      const { pointer, written } = await this.#readPointer();
      if (base !== undefined && pointer?.version !== base) throw await this.#conflict(base, pointer);
      const isCurrent = pointer?.version === next.version;
      const hash = filesHash ?? pointer?.filesHash;
      if (!isCurrent) await this.#store(next, pointer);
      else if (hash === pointer.filesHash) return this.#currentAgain(next);
      if (!(await this.#point({ version: next.version, filesHash: hash }, written))) continue;
      this.#cached = null;
      return isCurrent ? this.#currentAgain(next) : next;
    }
    throw contention();
  }

  async publishedFiles(): Promise<string | null> {
    return (await this.#readPointer()).pointer?.filesHash ?? null;
  }

  async get(version: string): Promise<ConfigVersion | null> {
    const stored = await this.#stored(version);
    if (!stored) return null;
    const config = this.#completed(stored);
    const { policiesVersion } = stored;
    const policies = policiesVersion === undefined ? null : await this.#policySets.get(policiesVersion);
    return {
      version: stored.version,
      publishedAt: stored.publishedAt,
      source: stored.source ?? 'files',
      publishedBy: stored.publishedBy ?? null,
      reason: stored.reason ?? null,
      config,
      policies: policies ?? this.#policySets.keep(policySetOf(config, sha256)),
    };
  }

  async policies(version: string): Promise<PolicySet | null> {
    const stored = await this.#policySets.get(version);
    if (stored) return stored;
    // A configuration of before desks had promises has its own only once another one follows it.
    const { policies } = await this.current();
    return policies.version === version ? policies : null;
  }

  /** @throws DomainError `invalid` `config.too-large` */
  #versionOf(edition: ConfigEdition): ConfigVersion {
    const { config, source, publishedBy, reason } = edition;
    const version = {
      version: configVersionOf(config, sha256),
      publishedAt: toInstant(this.#clock.now()),
      source,
      publishedBy,
      reason,
      config,
    };
    const bytes = Buffer.byteLength(JSON.stringify(version));
    if (bytes > configLimitBytes)
      throw new DomainError(
        'invalid',
        'config.too-large',
        `the configuration takes ${bytes} bytes of ${configLimitBytes}: shorten lists such as users or holidays`,
      );
    return { ...version, policies: policySetOf(config, sha256) };
  }

  /** Before the pointer, which must never name what is not there. */
  async #store({ policies, ...version }: ConfigVersion, outgoing: Pointer | null): Promise<void> {
    await this.#policySets.save(policies);
    if (outgoing) await this.#savePoliciesOf(outgoing.version);
    const data: StoredVersion = { ...version, policiesVersion: policies.version };
    const key = configVersionKey(version.version);
    await this.#table.put({ Item: toItem({ key, entity: 'config', data, commitId: '' }) });
  }

  /** Cases may be pinned to the promises, though none, of a version of before desks had promises. */
  async #savePoliciesOf(version: string): Promise<void> {
    const stored = await this.#stored(version);
    if (!stored || stored.policiesVersion !== undefined) return;
    await this.#policySets.save(policySetOf(this.#completed(stored), sha256));
  }

  /** False when someone else has moved the pointer since it read `written`. */
  async #point(pointer: Pointer, written: string | null): Promise<boolean> {
    const Item = toItem({ key: currentConfigKey, entity: 'current-config', data: pointer, commitId: '' });
    if (written === null) return this.#table.put({ Item, ConditionExpression: 'attribute_not_exists(pk)' });
    return this.#table.put({
      Item,
      ConditionExpression: '#data = :written',
      ExpressionAttributeNames: { '#data': 'data' },
      ExpressionAttributeValues: { ':written': written },
    });
  }

  async #currentAgain(next: ConfigVersion): Promise<ConfigVersion> {
    return (await this.get(next.version)) ?? next;
  }

  async #conflict(base: string, pointer: Pointer | null): Promise<DomainError> {
    const now = pointer && (await this.get(pointer.version));
    const who = now?.publishedBy ?? (now?.source === 'files' ? 'files' : 'someone');
    const what = now ? `${who} published ${now.version.slice(0, 12)} at ${now.publishedAt}` : 'none is';
    return new DomainError(
      'conflict',
      'config.version-conflict',
      `the configuration ${base.slice(0, 12)} is no longer the current one: ${what}; look at it and edit again`,
    );
  }

  async #stored(version: string): Promise<StoredVersion | null> {
    const item = await this.#table.get(configVersionKey(version));
    return item && readItem<StoredVersion>(item, 'config');
  }

  /**
   * What was published passed its check then. If newer code refuses it, it is used as it stands: without any
   * configuration nobody would be paged.
   */
  #completed({ version, config }: StoredVersion): DeskConfig {
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
      return { ...noPromises, ...config };
    }
  }

  async #readPointer(): Promise<{ pointer: Pointer | null; written: string | null }> {
    const item = await this.#table.get(currentConfigKey);
    if (!item) return { pointer: null, written: null };
    return { pointer: readItem<Pointer>(item, 'current-config'), written: String(item.data) };
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
