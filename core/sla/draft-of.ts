import type { PolicySet } from './policy-set.ts';

/** What a draft writes; what it leaves out stays as it is. Its calendars and ladders come over those of the same id. */
export type DraftParts = Partial<Omit<PolicySet, 'version'>>;

/** A version of promises with a draft laid over it: of policies alone, of calendars alone, or of both. */
export function draftOf(current: PolicySet, parts: DraftParts, version: string): PolicySet {
  return {
    ...current,
    ...parts,
    version,
    calendars: { ...current.calendars, ...parts.calendars },
    ladders: { ...current.ladders, ...parts.ladders },
  };
}
