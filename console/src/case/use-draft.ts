import { useCallback, useState } from 'react';
import { type Draft, type DraftKind, emptyDraft, loadDraft, saveDraft } from './draft.ts';

/** Kept on this computer with every key stroke, until sent. */
export function useDraft(userId: string, caseId: string, kind: DraftKind) {
  const [draft, setDraft] = useState(() => loadDraft(userId, caseId, kind));
  const keep = useCallback(
    (next: Draft) => {
      setDraft(next);
      saveDraft(userId, caseId, kind, next);
    },
    [userId, caseId, kind],
  );
  const clear = useCallback(() => keep(emptyDraft), [keep]);
  return { draft, keep, clear };
}
