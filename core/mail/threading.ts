import type { Status } from '../case/status.ts';
import { type Mac, parseReplyAddress, subjectToken, verifyMessageId } from './case-address.ts';
import type { ParsedMail } from './parsed-mail.ts';

export {
  consultReplyAddress,
  type Mac,
  pageReplyAddress,
  parseConsultReplyAddress,
  parsePageReplyAddress,
  parseReplyAddress,
  replyAddress,
  signedMessageId,
  subjectToken,
  verifyMessageId,
} from './case-address.ts';

/** What a match proves: a secret that we gave out, a header anybody may copy, or a subject anybody may write. */
export type ThreadProof = 'token' | 'header' | 'subject';

export type ThreadingSignal =
  | { readonly kind: 'reply-address' | 'signed-message-id'; readonly proof: 'token'; readonly caseId: string }
  /** Ids to look up in the store, the nearest message first. */
  | { readonly kind: 'stored-message-id'; readonly proof: 'header'; readonly messageIds: readonly string[] }
  | { readonly kind: 'subject-token'; readonly proof: 'subject'; readonly caseId: string };

const MAX_LOOKUPS = 25;

/**
 * What in a mail points at cases of ours, the strongest first [4.2]. Empty and blank ids never count.
 * `recipients`: the envelope's; To and Cc are looked at as well, because a forwarder may rewrite the envelope.
 */
export function threadingSignals(
  mail: Pick<ParsedMail, 'inReplyTo' | 'references' | 'subject' | 'to' | 'cc'>,
  recipients: readonly string[],
  mac: Mac,
): ThreadingSignal[] {
  const signals: ThreadingSignal[] = [];
  const addressed = [
    ...recipients,
    ...mail.to.map(({ address }) => address),
    ...mail.cc.map(({ address }) => address),
  ];
  for (const caseId of unique(addressed.map((address) => parseReplyAddress(address, mac)))) {
    signals.push({ kind: 'reply-address', proof: 'token', caseId });
  }
  const ids = unique([mail.inReplyTo, ...mail.references.toReversed()].map(usableId));
  for (const caseId of unique(ids.map((id) => verifyMessageId(id, mac)?.caseId ?? null))) {
    signals.push({ kind: 'signed-message-id', proof: 'token', caseId });
  }
  if (ids.length > 0) {
    signals.push({ kind: 'stored-message-id', proof: 'header', messageIds: ids.slice(0, MAX_LOOKUPS) });
  }
  const named = subjectToken(mail.subject);
  if (named !== null) signals.push({ kind: 'subject-token', proof: 'subject', caseId: named });
  return signals;
}

/** Null for an id that is empty, blank or only brackets: matching on it would join strangers. */
function usableId(id: string | null): string | null {
  return id !== null && id.replace(/[<>\s]/g, '') !== '' ? id.trim() : null;
}

const unique = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== null)),
];

/** A signal that led to a case that exists. */
export interface ThreadMatch {
  readonly kind: ThreadingSignal['kind'];
  readonly proof: ThreadProof;
  readonly caseId: string;
}

export interface ThreadCase {
  readonly status: Status;
  /** Addresses of those who may read and write on the case. */
  readonly participants: readonly string[];
}

export interface ThreadEvidence {
  /** In the order of {@link threadingSignals}. */
  readonly matches: readonly ThreadMatch[];
  /** Address in From; `''` where the mail has none. */
  readonly sender: string;
  readonly cases: ReadonlyMap<string, ThreadCase>;
}

export type ThreadDecision =
  | { readonly kind: 'new-case'; readonly why: string }
  | {
      readonly kind: 'append' | 'append-private-flagged' | 'new-linked-case' | 'follow-up';
      readonly caseId: string;
      readonly why: string;
    };

/**
 * Where a mail belongs: match, then authorise. A participant's mail is appended, or opens a linked follow-up of a
 * closed case. Somebody else with a token of ours is let in as a private, flagged message; somebody else with only a
 * header or subject that fits opens a new case linked to it, so that a guess never reaches another's case.
 * Bounces and other machine mail are the caller's to sort out first.
 */
export function decideThread({ matches, sender, cases }: ThreadEvidence): ThreadDecision {
  const match = matches.find(({ caseId }) => cases.has(caseId));
  const found = match && cases.get(match.caseId);
  if (!match || !found) return { kind: 'new-case', why: 'nothing in the mail points at a case' };
  const { caseId } = match;
  const by = `matched ${caseId} by ${match.kind}`;
  const closed = found.status === 'closed';
  if (isParticipant(sender, found.participants)) {
    return closed
      ? { kind: 'follow-up', caseId, why: `${by}, the sender is a participant, and the case is closed` }
      : { kind: 'append', caseId, why: `${by}, and the sender is a participant` };
  }
  if (match.proof === 'token' && !closed) {
    return { kind: 'append-private-flagged', caseId, why: `${by}, but the sender is not a participant` };
  }
  const reason = match.proof === 'token' ? 'the case is closed' : `a ${match.proof} proves nothing`;
  return { kind: 'new-linked-case', caseId, why: `${by}, but the sender is not a participant and ${reason}` };
}

function isParticipant(sender: string, participants: readonly string[]): boolean {
  const address = sender.trim().toLowerCase();
  return address !== '' && participants.some((participant) => participant.trim().toLowerCase() === address);
}
