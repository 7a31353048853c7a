import type { CaseEvent } from '../../../core/case/case-event.ts';
import type { EscalateTo } from '../../../core/escalation/escalation.ts';
import type { SlaFactType } from '../../../core/sla/sla-fact.ts';
import { nameOfClock } from '../sla/clock-words.ts';
import { wholeTime } from '../time/local-time.ts';

type NameOf = (userId: string) => string;
export type PromiseEvent = Extract<CaseEvent, { readonly type: SlaFactType | 'case.escalated.v1' }>;

/** What happened to the promises of a case, without the actor. */
export function promiseEventWords(event: PromiseEvent, nameOf: NameOf): string {
  switch (event.type) {
    case 'consult.sent.v1':
      return `asked the department ${event.data.department}`;
    case 'consult.answered.v1':
      if (event.data.automatic) return 'answered by a machine, which keeps no promise';
      return event.actor.kind === 'agent' ? 'wrote down what the department answered' : 'answered';
    case 'consult.withdrawn.v1':
      return `withdrew the question to the department: ${event.data.reason}`;
    case 'case.marked-spam.v1':
      return `marked the case as spam: ${event.data.reason}`;
    case 'case.unmarked-spam.v1':
      return `took the mark of spam off: ${event.data.reason}`;
    case 'case.merged-into.v1':
      return `merged the case into ${event.data.intoCaseId}`;
    case 'case.merged-from.v1':
      return `merged ${event.data.fromCaseId} into this case`;
    case 'case.handed-over.v1':
      return `handed the case over from ${nameOf(event.data.from)} to ${nameOf(event.data.to)}: ${event.data.note}`;
    case 'case.tagged.v1':
      return event.data.tags.length === 0
        ? 'took all tags off'
        : `set the tags to ${event.data.tags.map((tag) => `#${tag}`).join(' ')}`;
    case 'case.language-detected.v1':
      return `took the language to be ${event.data.language}`;
    case 'clock.due-overridden.v1':
      return event.data.dueAt === null
        ? `gave the due time of ${nameOfClock(event.data)} back to the policy: ${event.data.reason}`
        : `set ${nameOfClock(event.data)} to be due ${wholeTime(event.data.dueAt)}: ${event.data.reason}`;
    case 'case.rebased.v1':
      return `moved the promises to version ${event.data.policyVersion.slice(0, 8)}: ${event.data.reason}`;
    case 'case.escalated.v1':
      return `escalated to ${escalateToWords(event.data.to, nameOf)}: ${event.data.reason}`;
  }
}

/** `the lead`, `Ben Achterberg`, `the department payments`. */
export function escalateToWords(to: EscalateTo, nameOf: NameOf): string {
  if ('tier' in to) return `the ${to.tier}`;
  return 'user' in to ? nameOf(to.user) : `the department ${to.department}`;
}
