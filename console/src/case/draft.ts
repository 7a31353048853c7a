export type DraftKind = 'reply' | 'note';

/** `seenMessageId` is the newest message that the writer had before them when they began. */
export interface Draft {
  readonly text: string;
  readonly seenMessageId: string | null;
}

const prefix = 'harborwatch.draft';
export const emptyDraft: Draft = { text: '', seenMessageId: null };

export function loadDraft(userId: string, caseId: string, kind: DraftKind): Draft {
  const stored = localStorage.getItem(keyOf(userId, caseId, kind));
  if (stored === null) return emptyDraft;
  const [seenMessageId = '', ...lines] = stored.split('\n');
  return { text: lines.join('\n'), seenMessageId: seenMessageId || null };
}

/** An empty text removes it. */
export function saveDraft(userId: string, caseId: string, kind: DraftKind, draft: Draft): void {
  const key = keyOf(userId, caseId, kind);
  if (draft.text === '') localStorage.removeItem(key);
  else localStorage.setItem(key, `${draft.seenMessageId ?? ''}\n${draft.text}`);
}

export function countDrafts(userId: string): number {
  return draftKeys(userId).length;
}

export function removeDrafts(userId: string): void {
  for (const key of draftKeys(userId)) localStorage.removeItem(key);
}

function draftKeys(userId: string): readonly string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}:${userId}:`));
}

function keyOf(userId: string, caseId: string, kind: DraftKind): string {
  return `${prefix}:${userId}:${caseId}:${kind}`;
}
