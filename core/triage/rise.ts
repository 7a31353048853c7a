import { comparePriority, type Priority } from '../case/priority.ts';

export interface Severity {
  readonly priority: Priority;
  readonly emergency: boolean;
}

export interface Rise {
  /** The new message presses more than the case did: priority goes up, and an acked page pages again. */
  readonly rises: boolean;
  /** The case is an emergency from this message on and was none before: a page must open now. */
  readonly emergencyNow: boolean;
  readonly why: string;
}

/**
 * Compares what a case was held to be with the verdict on its newest inbound message. A milder message never
 * lowers a case by itself; only a human does. `before` is undefined for the first message.
 */
export function rise(before: Severity | undefined, now: Severity): Rise {
  if (before === undefined) {
    return {
      rises: now.emergency,
      emergencyNow: now.emergency,
      why: now.emergency ? 'The first message is an emergency.' : `The case begins as ${now.priority}.`,
    };
  }
  const emergencyNow = now.emergency && !before.emergency;
  const rises = emergencyNow || comparePriority(now.priority, before.priority) < 0;
  if (emergencyNow) {
    return {
      rises,
      emergencyNow,
      why: `A new message turned a case held as ${before.priority} into an emergency.`,
    };
  }
  if (rises)
    return {
      rises,
      emergencyNow,
      why: `A new message raised the case from ${before.priority} to ${now.priority}.`,
    };
  return {
    rises,
    emergencyNow,
    why: `The new message (${now.priority}) presses no more than the case already does (${before.priority}).`,
  };
}
