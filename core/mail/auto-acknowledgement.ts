import type { Category } from '../case/category.ts';
import type { AutomatedMail } from './parsed-mail.ts';

export interface AcknowledgementEvidence {
  readonly enabled: boolean;
  readonly automated: AutomatedMail | null;
  /** The sender asks for no automatic answer (`X-Auto-Response-Suppress`), see `suppressesAutoResponse`. */
  readonly suppressed: boolean;
  /** Address that would get the answer; `''` where the mail has none. */
  readonly sender: string;
  /** Our own addresses, lower case: answering them would loop. */
  readonly ownAddresses: readonly string[];
  /** How many automatic answers this address had in the last 60 minutes. */
  readonly sentInLastHour: number;
  readonly perAddressPerHour: number;
  readonly emergency: boolean;
  readonly category: Category;
  readonly crisisCategories: readonly Category[];
  /** False where the desk has no calm wording: then a person in crisis gets none rather than a cheerful one. */
  readonly hasCrisisText: boolean;
}

export interface AcknowledgementDecision {
  readonly send: boolean;
  readonly variant: 'ordinary' | 'crisis' | null;
  readonly why: string;
}

const NO_REPLY = /^(?:no-?reply|do-?not-?reply|noreply[\w.-]*|mailer-daemon|postmaster|bounces?)(?:[+@]|$)/i;

/** Whether to tell a writer that the mail arrived, and in which words. Never answers a machine (RFC 3834). */
export function decideAcknowledgement(evidence: AcknowledgementEvidence): AcknowledgementDecision {
  const refusal = refusalOf(evidence);
  if (refusal !== null) return { send: false, variant: null, why: refusal };
  const { emergency, category, crisisCategories, hasCrisisText } = evidence;
  if (!emergency && !crisisCategories.includes(category)) {
    return { send: true, variant: 'ordinary', why: 'a person wrote, and nothing speaks against an answer' };
  }
  const reason = emergency ? 'the message shows a person at risk' : `${category} is a crisis category`;
  return hasCrisisText
    ? { send: true, variant: 'crisis', why: `${reason}: the calm wording` }
    : { send: false, variant: null, why: `${reason}, and the desk has no calm wording for it` };
}

function refusalOf(evidence: AcknowledgementEvidence): string | null {
  const sender = evidence.sender.trim().toLowerCase();
  if (!evidence.enabled) return 'automatic answers are switched off';
  if (evidence.automated !== null) return `a machine wrote it: ${evidence.automated.reason}`;
  if (evidence.suppressed) return 'the sender asks for no automatic answer (X-Auto-Response-Suppress)';
  if (!sender.includes('@')) return 'the mail has no sender address';
  if (NO_REPLY.test(sender)) return `${sender} takes no answers`;
  if (evidence.ownAddresses.includes(sender)) return `${sender} is an address of ours: the answer would loop`;
  if (evidence.sentInLastHour >= evidence.perAddressPerHour) {
    return `${sender} had ${evidence.sentInLastHour} automatic answers in the last hour, and ${evidence.perAddressPerHour} are allowed`;
  }
  return null;
}
