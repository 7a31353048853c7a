import type { AddressInfo } from 'node:net';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { DomainError } from '../../core/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Log } from '../../ports/log.ts';
import type { BlobFolder } from '../blobs/blob-folder.ts';
import type { Lane } from '../queue/queued-message.ts';
import { drain } from './drain.ts';
import { PromptSmtpServer } from './prompt-smtp-server.ts';
import { RawMailReader } from './raw-mail-reader.ts';
import type { KeyAndCertificate } from './self-signed-certificate.ts';
import { SmtpRefusal, toRefusal } from './smtp-refusal.ts';
import { traceHeaders } from './trace-headers.ts';

/** A raw mail that is durable in the blob folder. */
export interface AcceptedMail {
  readonly id: string;
  readonly rawKey: string;
  readonly receivedAt: number;
  readonly from: string;
  readonly recipients: readonly string[];
  readonly rawPrefix: Uint8Array;
  /** The blob under `rawKey`, where it is small enough to be at hand. */
  readonly whole: Uint8Array | null;
  readonly lane: Lane;
}

export interface SmtpListenerOptions {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** What the listener calls itself. */
  readonly hostName: string;
  readonly blobs: BlobFolder;
  /** Keys of raw mails start with it. */
  readonly rawKeyPrefix: string;
  /** Makes the mail's intake durable; the client is told 250 only after it resolves. */
  readonly enqueue: (mail: AcceptedMail) => Promise<void>;
  /** True puts the mail in the emergency lane. Sees the first 256 KB. */
  readonly scanRisk: (rawPrefix: Uint8Array) => Promise<boolean>;
  /** Null offers no STARTTLS. */
  readonly tls: KeyAndCertificate | null;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'ulid'>;
  readonly log: Log;
  readonly maxBytes?: number;
  readonly maxRecipients?: number;
  readonly maxConnections?: number;
  readonly idleTimeoutMs?: number;
}

const DEFAULTS = {
  maxBytes: 40 * 1024 * 1024,
  maxRecipients: 1_000,
  maxConnections: 200,
  idleTimeoutMs: 60_000,
};
const MAX_SCAN_MS = 200;
/** How much a client may go on sending after its mail has been given up. */
const MAX_DISCARDED_BYTES = 1024 * 1024;

/** The desk's MX on one machine: answers 250 only when the raw mail and its queue item are on disk. */
export class SmtpListener {
  readonly #options: SmtpListenerOptions & typeof DEFAULTS;
  readonly #server: PromptSmtpServer;

  constructor(options: SmtpListenerOptions) {
    this.#options = { ...DEFAULTS, ...options };
    const { maxBytes, maxRecipients, maxConnections, idleTimeoutMs, hostName, tls, log } = this.#options;
    this.#server = new PromptSmtpServer({
      name: hostName,
      banner: 'Harborwatch',
      heloResponse: '%s at your service, %s',
      size: maxBytes,
      maxRecipients,
      maxClients: maxConnections,
      socketTimeout: idleTimeoutMs,
      closeTimeout: 2_000,
      maxCommandLength: 4_096,
      hideENHANCEDSTATUSCODES: false,
      disableReverseLookup: true,
      disabledCommands: [
        'AUTH',
        'WIZ',
        'SHELL',
        'KILL',
        'XCLIENT',
        'XFORWARD',
        ...(tls === null ? ['STARTTLS'] : []),
      ],
      lenientAddressParsing: true,
      logger: false,
      ...(tls === null ? {} : { ...tls, minVersion: 'TLSv1.2' as const }),
      onData: (stream, session, reply) => {
        this.#receive(stream, session).then(
          (id) => reply(null, `accepted as ${id}`),
          (error: unknown) => reply(this.#explain(error, session)),
        );
      },
    });
    this.#server.on('error', (error) => log.debug('An SMTP connection failed.', { error }));
  }

  /** Resolves with the port when clients can connect. */
  listen(): Promise<{ host: string; port: number }> {
    const { host, port } = this.#options;
    return new Promise((resolve, reject) => {
      const refuse = (error: Error) => reject(explainPort(error, host, port));
      this.#server.server.once('error', refuse);
      this.#server.listen(port, host, () => {
        this.#server.server.removeListener('error', refuse);
        resolve({ host, port: (this.#server.server.address() as AddressInfo).port });
      });
    });
  }

  /** Takes no more connections; those open get 2 s to end. */
  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }

  async #receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const { clock, ids, blobs, rawKeyPrefix, hostName, maxBytes } = this.#options;
    const receivedAt = clock.now();
    const id = ids.ulid();
    const rawKey = `${rawKeyPrefix}${new Date(receivedAt).toISOString().slice(0, 10)}/${id}.eml`;
    const { mailFrom, rcptTo } = session.envelope;
    const from = mailFrom === false ? '' : mailFrom.address;
    const recipients = rcptTo.map((recipient) => recipient.address);
    const trace = traceHeaders({
      id,
      from,
      recipients,
      helo: session.hostNameAppearsAs,
      remoteAddress: session.remoteAddress,
      protocol: session.transmissionType,
      hostName,
      at: receivedAt,
    });
    const reader = new RawMailReader(stream, trace, maxBytes);
    try {
      // The scan runs while the disk syncs.
      const scan = reader.ended.then((complete) => (complete ? this.#lane(reader.prefix, id) : 1));
      await blobs.put(rawKey, reader);
      const mail: AcceptedMail = {
        id,
        rawKey,
        receivedAt,
        from,
        recipients,
        rawPrefix: reader.prefix,
        whole: reader.whole,
        lane: await scan,
      };
      await this.#enqueue(mail);
      return id;
    } finally {
      reader.stop();
      await this.#discardRest(stream, session);
    }
  }

  async #enqueue(mail: AcceptedMail): Promise<void> {
    try {
      await this.#options.enqueue(mail);
    } catch (error) {
      // No 250 was sent: the client will bring the mail again under another key.
      await this.#options.blobs.delete(mail.rawKey).catch((cause: unknown) => {
        this.#options.log.warn('A refused mail could not be removed.', { rawKey: mail.rawKey, error: cause });
      });
      throw new SmtpRefusal(451, 'the queue is not available, try again later', { cause: error });
    }
  }

  async #lane(prefix: Uint8Array, id: string): Promise<Lane> {
    const { scanRisk, log } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`The risk scan took more than ${MAX_SCAN_MS} ms.`)),
        MAX_SCAN_MS,
      );
    });
    try {
      return (await Promise.race([scanRisk(prefix), tooLong])) ? 0 : 1;
    } catch (error) {
      log.error('A mail was not scanned for risk and waits in the ordinary lane.', { mailId: id, error });
      return 1;
    } finally {
      clearTimeout(timer);
    }
  }

  /** A refused mail is read to its end, so that the client hears the answer; within bounds. */
  async #discardRest(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    if (stream.readableEnded || stream.destroyed) return;
    const limit = this.#options.maxBytes + MAX_DISCARDED_BYTES;
    if (await drain(stream, () => stream.byteLength > limit)) return;
    this.#server.hangUp(session.id, 552, tooBig(this.#options.maxBytes));
  }

  #explain(error: unknown, session: SMTPServerSession): Error {
    const refusal = toRefusal(error, tooBig(this.#options.maxBytes));
    this.#options.log.warn('A mail was not accepted.', {
      sessionId: session.id,
      code: refusal.responseCode,
      error,
    });
    return refusal;
  }
}

function explainPort(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : '';
  const remedy = 'set HARBORWATCH_SMTP_PORT to another port (0 picks a free one)';
  if (code === 'EADDRINUSE')
    return new DomainError(
      'conflict',
      'smtp.port-taken',
      `Port ${port} on ${host} is taken: stop what listens there, or ${remedy}.`,
      { cause: error },
    );
  if (code === 'EACCES')
    return new DomainError(
      'forbidden',
      'smtp.port-forbidden',
      `This user may not listen on port ${port}: ${remedy}.`,
      { cause: error },
    );
  return error;
}

function tooBig(maxBytes: number): string {
  return `message exceeds the maximum size of ${maxBytes} bytes`;
}
