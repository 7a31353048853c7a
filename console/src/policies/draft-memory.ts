import type { PromisesDraft } from './promises-draft.ts';

const prefix = 'harborwatch.promises-draft';

/** A draft, and what it began with: needed to tell what each side changed when somebody else publishes. */
export interface KeptDraft {
  /** The version of the configuration on which it is based. */
  readonly baseVersion: string;
  readonly base: PromisesDraft;
  readonly draft: PromisesDraft;
  /** Epoch ms of the last edit. */
  readonly keptAtMs: number;
}

/** The drafts of this tab, the latest edited first. */
export function keptDrafts(userId: string): readonly KeptDraft[] {
  return Object.keys(sessionStorage)
    .filter((key) => key.startsWith(`${prefix}:${userId}:`))
    .map((key) => JSON.parse(sessionStorage.getItem(key) ?? '') as KeptDraft)
    .toSorted((a, b) => b.keptAtMs - a.keptAtMs);
}

export function keepDraft(userId: string, kept: KeptDraft): void {
  sessionStorage.setItem(keyOf(userId, kept.baseVersion), JSON.stringify(kept));
}

export function dropDraft(userId: string, baseVersion: string): void {
  sessionStorage.removeItem(keyOf(userId, baseVersion));
}

function keyOf(userId: string, baseVersion: string): string {
  return `${prefix}:${userId}:${baseVersion}`;
}
