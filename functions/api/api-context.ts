import type { Ports } from '../../ports/ports.ts';
import type { SentMail } from '../../ports/sent-mail.ts';
import type { TokenVerifier } from '../../ports/token-verifier.ts';

export interface ApiOptions {
  readonly tokens: TokenVerifier;
  /** The mail that stayed on this machine; null on AWS. */
  readonly sentMail: SentMail | null;
  /** Bytes of the largest answer that the host can carry; a Lambda's is 6 MB, in base64. */
  readonly answerLimit?: number;
}

/** The API reads mail and leaves sending to the outbox: it neither writes MIME nor reaches a provider. */
export type ApiPorts = Omit<Ports, 'mailer' | 'mimeWriter' | 'channels' | 'eventBus'>;

export interface ApiContext {
  readonly ports: ApiPorts;
  readonly options: ApiOptions;
}
