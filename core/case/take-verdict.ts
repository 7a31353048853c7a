import type { Verdict } from '../triage/verdict.ts';
import type { Case } from './case.ts';
import type { CaseFact } from './case-event.ts';
import { moreUrgent, priorityRank } from './priority.ts';

/** Who wrote a message, as far as it bears on urgency: a list or a form passes a person's words on. */
export type Sender = 'person' | 'list' | 'machine';

export interface AssessedMessage {
  readonly messageId: string;
  readonly verdict: Verdict;
  /** Triage itself failed: the verdict stands in for one. */
  readonly failed: boolean;
  readonly sender: Sender;
}

type Assessed = Extract<CaseFact, { type: 'triage.assessed.v1' }>;

/**
 * What a verdict makes of its case: never lower than it was, and the category of whatever weighed most.
 * A machine's mail (bounce, auto-reply) is low and pages nobody, but risk in it reaches a human as `high`.
 */
export function takeVerdict(current: Case | null, message: AssessedMessage): Assessed {
  const { verdict, messageId, failed, sender } = message;
  const isMachine = sender === 'machine';
  const isRisk = verdict.emergency || priorityRank(verdict.priority) <= priorityRank('high');
  const priority = isMachine ? (isRisk ? 'high' : 'low') : verdict.priority;
  const casePriority = current ? moreUrgent(current.priority, priority) : priority;
  const rises = !current || priorityRank(priority) < priorityRank(current.priority);
  return {
    type: 'triage.assessed.v1',
    data: {
      messageId,
      priority: verdict.priority,
      category: verdict.category,
      emergency: verdict.emergency,
      rules: [...new Set(verdict.signals.map(({ rule }) => rule))],
      why: verdict.why,
      casePriority,
      caseCategory: current && !(rises || current.category === 'other') ? current.category : verdict.category,
      caseEmergency: (current?.emergency ?? false) || (verdict.emergency && !isMachine),
      failed,
    },
  };
}
