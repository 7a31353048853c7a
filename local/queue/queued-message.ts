/** 0 is the emergency lane: received before anything else. */
export type Lane = 0 | 1;

export interface QueuePolicy {
  readonly visibilityTimeoutMs: number;
  /** A message received this often without being deleted moves to `queue`; null: it is tried for ever. */
  readonly deadLetter: { readonly queue: string; readonly maxReceiveCount: number } | null;
}

/** As SQS has it: `dataType` String, Number or Binary (base64 in `value`), with an optional `.suffix`. */
export interface MessageAttribute {
  readonly dataType: string;
  readonly value: string;
}

export interface QueuedMessage {
  readonly id: string;
  readonly body: string;
  readonly lane: Lane;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
  /** Epoch ms. */
  readonly sentAt: number;
  readonly receiveCount: number;
  readonly firstReceivedAt: number | null;
}

export interface ReceivedMessage extends QueuedMessage {
  /** Proves this delivery; a later delivery of the same message has another one. */
  readonly receipt: string;
}

export interface QueueCounts {
  /** Visible now. */
  readonly ready: number;
  readonly inFlight: number;
  readonly delayed: number;
}

/** How much waits to be received, and whether any of it is an emergency. */
export interface Readiness {
  readonly ready: number;
  readonly isUrgent: boolean;
  /** Epoch ms; 0 when nothing is ready. */
  readonly oldestSentAt: number;
}
