import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** An SMTP relay that takes everything and remembers the Message-IDs, in the order of arrival. */
export class RecordingRelay implements AsyncDisposable {
  readonly messageIds: string[] = [];
  readonly subjects: string[] = [];
  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('latin1');
        this.messageIds.push(/^Message-ID:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? '');
        this.subjects.push(/^Subject:\s*(.*)/im.exec(raw)?.[1] ?? '');
        done();
      });
    },
  });

  static async listen(): Promise<RecordingRelay> {
    const relay = new RecordingRelay();
    // A client that was killed in mid-mail is no fault of the relay.
    relay.#server.on('error', () => undefined);
    await new Promise<void>((resolve) => relay.#server.listen(0, '127.0.0.1', resolve));
    return relay;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }
}
