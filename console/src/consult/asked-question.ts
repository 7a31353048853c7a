import type { CaseEvent } from '../../../core/case/case-event.ts';
import type { Message } from '../../../core/case/message.ts';
import { type Consult, consultsOf } from '../../../core/consult/consult.ts';
import type { ClockState } from '../../../core/sla/clock-state.ts';

/** A question to a department with all that the case knows of it. */
export interface AskedQuestion {
  readonly consult: Consult;
  /** The mail that asked. */
  readonly message: Message | null;
  /** The promise of the department; null for a case from before there were promises. */
  readonly clock: ClockState | null;
}

interface KnownOfCase {
  readonly events: readonly CaseEvent[];
  readonly messages: readonly Message[];
  /** Null for a case from before there were promises. */
  readonly sla: { readonly clocks: readonly ClockState[] } | null;
}

/** Oldest first, ended ones too. */
export function askedQuestions({ events, messages, sla }: KnownOfCase): readonly AskedQuestion[] {
  return consultsOf(events).map((consult) => ({
    consult,
    message: messages.find(({ id }) => id === consult.id) ?? null,
    clock: sla?.clocks.find(({ clock, subject }) => clock === 'department' && subject === consult.id) ?? null,
  }));
}
