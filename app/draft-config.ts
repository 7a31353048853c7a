import type { DeskConfig } from '../core/config/desk-config.ts';

/** The promises of a desk as someone wrote them, not yet checked. */
export interface WrittenPromises {
  readonly calendars: unknown;
  readonly ladders: unknown;
  readonly policies: unknown;
  /** Left out: as they are. */
  readonly departments?: unknown;
}

/** The whole configuration as it would be with other promises. */
export function draftConfig(base: DeskConfig, promises: WrittenPromises): unknown {
  const { calendars, ladders, policies, departments = base.departments } = promises;
  return { ...base, calendars, ladders, policies, departments };
}
