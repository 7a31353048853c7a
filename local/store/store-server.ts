/** A database server of our own, that speaks DynamoDB's protocol on loopback. */
export interface StoreServer {
  readonly endpoint: string;
  readonly pid: number;
  /** Settles when the server ended without `stop`: then nothing is stored any more until it is started again. */
  readonly died: Promise<StoreDeath>;
  /** Ends the server; what was written stays. */
  stop(): Promise<void>;
}

export interface StoreDeath {
  readonly code: number | null;
  readonly signal: string | null;
  /** The last lines that it wrote. */
  readonly output: string;
}
