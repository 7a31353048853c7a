import type { Case } from '../../../core/case/case.ts';
import type { Escalation } from '../../../core/escalation/escalation.ts';
import type { Person } from './person.ts';

/** The workflow's secret stays in the desk. */
export type ShownEscalation = Omit<Escalation, 'taskToken'>;

export interface EscalationItem {
  readonly escalation: ShownEscalation;
  readonly case: Pick<Case, 'id' | 'subject' | 'status' | 'priority' | 'category' | 'assignee' | 'nextDueAt'>;
}

export interface EscalationAnswered {
  readonly outcome: 'acknowledged' | 'already-acknowledged' | 'ended';
  /** Null when it ended by itself. */
  readonly by: Person | null;
  readonly at: string;
  readonly escalation: ShownEscalation;
}
