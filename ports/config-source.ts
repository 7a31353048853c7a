import type { DeskConfig } from '../core/config/desk-config.ts';

export interface ConfigVersion {
  /** Content hash: the same configuration has the same version everywhere. */
  readonly version: string;
  readonly publishedAt: string;
  readonly config: DeskConfig;
}

/** The desk's configuration, validated and versioned in the store. May be up to 30 s old. */
export interface ConfigSource {
  current(): Promise<ConfigVersion>;
  /** Makes a configuration the current one; publishing the current one again changes nothing. */
  publish(version: ConfigVersion): Promise<void>;
  /** A past version; null when unknown. */
  get(version: string): Promise<ConfigVersion | null>;
}
