import { createContext, useContext } from 'react';
import type { PolicyProblem } from '../../../core/sla/check-policies.ts';
import type { Part } from './problems-at.ts';
import { problemsAt, problemsUnder } from './problems-at.ts';
import type { NamedSchedule } from './promises-api.ts';
import type { PromisesDraft } from './promises-draft.ts';

export interface Editor {
  readonly draft: PromisesDraft;
  readonly problems: readonly PolicyProblem[];
  readonly schedules: readonly NamedSchedule[];
  /** Others than leads and admins only read. */
  readonly canEdit: boolean;
  readonly change: (next: PromisesDraft) => void;
  /** The item that is unfolded in each part: an index of a policy, else an id. */
  readonly opened: Readonly<Record<Part, string | null>>;
  readonly open: (part: Part, item: string | null) => void;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor outside of the promises screen');
  return editor;
}

/** The problems of just this field. */
export function useProblemsAt(field: string): readonly PolicyProblem[] {
  return problemsAt(useEditor().problems, field);
}

/** The problems of a field and all that it holds. */
export function useProblemsUnder(field: string): readonly PolicyProblem[] {
  return problemsUnder(useEditor().problems, field);
}
