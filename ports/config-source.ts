import type { DeskConfig } from '../core/config/desk-config.ts';
import type { PolicySet } from '../core/sla/policy-set.ts';
import type { Instant } from '../core/time/instant.ts';

/** What is published, and by whom. */
export interface ConfigEdition {
  readonly config: DeskConfig;
  /** The files of a folder, or an edit in the console. */
  readonly source: 'files' | 'console';
  /** The user who edited; null for files. */
  readonly publishedBy: string | null;
  readonly reason: string | null;
}

export interface ConfigVersion extends ConfigEdition {
  /** Content hash: the same configuration has the same version everywhere. */
  readonly version: string;
  readonly publishedAt: Instant;
  /** The promises of this configuration, under a version of their own. */
  readonly policies: PolicySet;
}

export interface PublishOptions {
  /** The version that the edition changes. */
  readonly base?: string;
  /** The hash of the files that the edition was read from. */
  readonly filesHash?: string;
}

/** The desk's configuration, validated and versioned in the store. May be up to 30 s old. */
export interface ConfigSource {
  current(): Promise<ConfigVersion>;
  /**
   * Makes a configuration the current one; publishing the current one again changes nothing.
   * @returns the version that is current now.
   * @throws DomainError `conflict` `config.version-conflict` when `base` is no longer the current version.
   */
  publish(edition: ConfigEdition, options?: PublishOptions): Promise<ConfigVersion>;
  /** The `filesHash` last published; edits in the console leave it. Null before the first. */
  publishedFiles(): Promise<string | null>;
  /** A past version; null when unknown. */
  get(version: string): Promise<ConfigVersion | null>;
  /** The promises of a version that was ever published; null when unknown. */
  policies(version: string): Promise<PolicySet | null>;
}
