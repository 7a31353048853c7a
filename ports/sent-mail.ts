/** Mail that has left the desk and stayed on this machine, for want of a relay or beside it. */
export interface SentMailSummary {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** `kept`: no relay is set. `relayed`: the relay took it. `waiting`: it will be tried again. `refused`: for good. */
  readonly state: 'kept' | 'relayed' | 'waiting' | 'refused';
  readonly detail: string | null;
}

/** Only the single-machine host has one. */
export interface SentMail {
  /** Newest first. */
  list(limit: number): Promise<readonly SentMailSummary[]>;
  raw(id: string): Promise<Uint8Array | null>;
}
