import type { RebasedClock } from '../../../../core/sla/rebase.ts';

/** What moving one open case to the promises in force would do. */
export interface CaseRebase {
  readonly caseId: string;
  readonly subject: string;
  /** Null before its clocks began. */
  readonly policyVersion: string | null;
  readonly unmatched: boolean;
  readonly moved: readonly RebasedClock[];
}

export interface RebasePage {
  readonly policyVersion: string;
  readonly items: readonly CaseRebase[];
  readonly cursor: string | null;
}

export interface RebasePreviews {
  /** To which the cases would move. */
  readonly policyVersion: string;
  readonly items: readonly CaseRebase[];
}

export interface RebaseFailure {
  readonly caseId: string;
  readonly message: string;
}

export interface RebaseOutcome {
  readonly rebased: readonly string[];
  readonly failed: readonly RebaseFailure[];
}
