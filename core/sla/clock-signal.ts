import { isHumanReply, isSolved, type SlaCase } from './sla-case.ts';
import type { SlaEvent } from './sla-fact.ts';

export type SignalName =
  | 'created'
  | 'inbound'
  | 'reply'
  | 'solved'
  | 'reopened'
  | 'spam'
  | 'merged-away'
  | 'consult-sent'
  | 'consult-answered'
  | 'consult-withdrawn'
  | 'emergency'
  | 'acknowledged'
  | 'page-cancelled';

/** What an event means to clocks. */
export interface ClockSignal {
  readonly name: SignalName;
  /** A person did it, so it may keep a promise. */
  readonly isHuman: boolean;
  /** The consult that it is about; null for the case. */
  readonly subject: string | null;
  /** Starts a clock that the case never had, and no other: what it tells may have been told before. */
  readonly onlyFirst: boolean;
  readonly why: string;
}

/** The signal of an event, given the case after it; null when it starts, keeps and ends nothing. */
export function signalOf(event: SlaEvent, after: SlaCase): ClockSignal | null {
  const isHuman = event.actor.kind !== 'system';
  const signal = (name: SignalName, why: string, more: Partial<ClockSignal> = {}): ClockSignal => ({
    name,
    isHuman,
    subject: null,
    onlyFirst: false,
    why,
    ...more,
  });
  switch (event.type) {
    case 'case.created.v1':
      return signal('created', 'the case was created');
    case 'message.received.v1':
      if (event.data.automated !== null || event.data.isPrivate || after.isSpam) return null;
      return signal('inbound', 'a message came in');
    case 'case.unmarked-spam.v1':
      return after.unansweredSince === null
        ? null
        : signal('inbound', 'it was no spam, and nobody has answered');
    case 'message.sent.v1':
      return isHumanReply(event) ? signal('reply', 'an agent answered') : null;
    case 'case.status-changed.v1': {
      const [was, is] = [isSolved(event.data.from), isSolved(event.data.to)];
      if (was === is) return null;
      return is
        ? signal('solved', `the case was ${event.data.to}`)
        : signal('reopened', 'the case was reopened');
    }
    case 'case.marked-spam.v1':
      return signal('spam', `spam: ${event.data.reason}`);
    case 'case.merged-into.v1':
      return signal('merged-away', `merged into ${event.data.intoCaseId}`);
    case 'consult.sent.v1':
      return signal('consult-sent', `${event.data.department} was asked`, { subject: event.data.consultId });
    case 'consult.answered.v1':
      return event.data.automatic
        ? null
        : signal('consult-answered', 'the department answered', {
            isHuman: true,
            subject: event.data.consultId,
          });
    case 'consult.withdrawn.v1':
      return signal('consult-withdrawn', `withdrawn: ${event.data.reason}`, {
        subject: event.data.consultId,
      });
    default:
      return emergencySignalOf(event, signal);
  }
}

function emergencySignalOf(
  event: SlaEvent,
  signal: (name: SignalName, why: string, more?: Partial<ClockSignal>) => ClockSignal,
): ClockSignal | null {
  switch (event.type) {
    case 'triage.assessed.v1':
      // It stays true on every message after the first; a rise shows as the page that it opens.
      return event.data.caseEmergency
        ? signal('emergency', 'triage saw a person at risk', { onlyFirst: true })
        : null;
    case 'case.priority-changed.v1':
      return event.data.to === 'emergency' ? signal('emergency', 'the case was raised to emergency') : null;
    case 'page.opened.v1':
      return signal('emergency', event.data.why);
    case 'page.acknowledged.v1':
      return signal('acknowledged', `${event.data.userId} acknowledged by ${event.data.via}`, {
        isHuman: true,
      });
    case 'page.cancelled.v1':
      return signal('page-cancelled', `cancelled by ${event.data.userId}: ${event.data.reason}`);
    default:
      return null;
  }
}
