import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { PolicyProblem } from '../../../core/sla/check-policies.ts';
import { useSession } from '../api/session.ts';
import { type CheckedDraft, checkDraft } from './check-draft.ts';
import { dropDraft, type KeptDraft, keepDraft, keptDrafts } from './draft-memory.ts';
import { isSame } from './merge-promises.ts';
import type { InForce } from './promises-api.ts';
import type { PromisesDraft } from './promises-draft.ts';

/** Key strokes that come closer than this are undone together. */
const pauseMs = 800;
const mostSteps = 50;

export interface PromisesEditor {
  readonly draft: PromisesDraft;
  /** What the draft began with; the promises in force while nothing is edited. */
  readonly base: PromisesDraft;
  readonly baseVersion: string;
  readonly isChanged: boolean;
  /** Somebody has published other promises since the draft was begun. */
  readonly isOutdated: boolean;
  readonly checked: CheckedDraft;
  /** What the desk found in just this draft, which the browser cannot know. */
  readonly noteDeskCheck: (problems: readonly PolicyProblem[]) => void;
  readonly change: (next: PromisesDraft) => void;
  /** Null when there is no step to take back. */
  readonly undo: (() => void) | null;
  /** Back to what is in force; a step that can be taken back. */
  readonly discard: () => void;
  /** The draft has been published: nothing of it is kept. */
  readonly finish: () => void;
  /** Goes on with another draft on the promises that are in force now. */
  readonly continueOn: (draft: PromisesDraft) => void;
  /** The browser refused to keep the draft: a reload would lose it. */
  readonly isForgetful: boolean;
}

/** With its base: a step back over somebody's publication must not take that back too. */
type Step = Pick<KeptDraft, 'draft' | 'base' | 'baseVersion'>;

/** The draft of this person in this tab, kept with every key stroke until it is published or discarded. */
export function usePromisesEditor(inForce: InForce): PromisesEditor {
  const { user, users } = useSession();
  const [edit, setEdit] = useState<KeptDraft | null>(() => keptDrafts(user.id)[0] ?? null);
  const [past, setPast] = useState<readonly Step[]>([]);
  const [isForgetful, setForgetful] = useState(false);
  const [deskCheck, setDeskCheck] = useState<{
    of: PromisesDraft;
    problems: readonly PolicyProblem[];
  } | null>(null);
  const lastEditMs = useRef(0);
  const [openedAtMs] = useState(() => Date.now());

  // A version with the same promises (a new rota, say) is no other base.
  const isRelevant = edit !== null && !isSame(edit.draft, inForce.promises);
  const isOnBase = edit !== null && isSame(edit.base, inForce.promises);
  const draft = isRelevant ? edit.draft : inForce.promises;
  const base = isRelevant && !isOnBase ? edit.base : inForce.promises;
  const baseVersion = isRelevant && !isOnBase ? edit.baseVersion : inForce.version;

  const keep = useCallback(
    (next: PromisesDraft, on: PromisesDraft, version: string) => {
      const kept = { baseVersion: version, base: on, draft: next, keptAtMs: Date.now() };
      setEdit(kept);
      try {
        keepDraft(user.id, kept);
        setForgetful(false);
      } catch (error) {
        // Storage is full or forbidden: the draft goes on in memory, and the screen says so.
        if (!(error instanceof DOMException)) throw error;
        setForgetful(true);
      }
    },
    [user.id],
  );
  const drop = () => {
    for (const kept of keptDrafts(user.id)) dropDraft(user.id, kept.baseVersion);
    setEdit(null);
  };
  const finish = () => {
    drop();
    setPast([]);
  };
  const discard = () => {
    remember();
    lastEditMs.current = 0;
    drop();
  };
  const remember = () => setPast((steps) => [...steps.slice(-mostSteps), { draft, base, baseVersion }]);
  const change = (next: PromisesDraft) => {
    const nowMs = Date.now();
    if (nowMs - lastEditMs.current > pauseMs) remember();
    lastEditMs.current = nowMs;
    keep(next, base, baseVersion);
  };
  const undo = () => {
    const before = past.at(-1);
    if (before === undefined) return;
    setPast(past.slice(0, -1));
    lastEditMs.current = 0;
    keep(before.draft, before.base, before.baseVersion);
  };
  const continueOn = (next: PromisesDraft) => {
    finish();
    keep(next, inForce.promises, inForce.version);
  };

  // Checking a large set takes longer than a key stroke; the field must not wait for it.
  const settled = useDeferredValue(draft);
  const checked = useMemo(() => {
    const userIds = [user, ...users].map(({ id }) => id);
    const { crisisCategories } = inForce;
    return checkDraft({ draft: settled, crisisCategories, userIds, at: openedAtMs });
  }, [settled, inForce, user, users, openedAtMs]);
  const problems = useMemo(
    () => [...checked.problems, ...unsaid(checked, deskCheck?.of === settled ? deskCheck.problems : [])],
    [checked, deskCheck, settled],
  );

  return {
    draft,
    base,
    baseVersion,
    isChanged: isRelevant && !isSame(draft, base),
    isOutdated: isRelevant && !isOnBase,
    checked: { ...checked, problems },
    noteDeskCheck: (found) => setDeskCheck({ of: draft, problems: found }),
    change,
    undo: past.length === 0 ? null : undo,
    discard,
    finish,
    continueOn,
    isForgetful,
  };
}

/** What the desk says beyond what the same rules have said here. */
function unsaid(checked: CheckedDraft, found: readonly PolicyProblem[]): readonly PolicyProblem[] {
  return found.filter(
    ({ field, message }) =>
      !checked.problems.some((known) => known.field === field && known.message === message),
  );
}
