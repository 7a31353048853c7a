import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedCall {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Epoch ms of real time. */
  readonly at: number;
}

/** A webhook receiver: records every call and answers with the status that `answer` says; null never answers. */
export class LoopbackReceiver implements AsyncDisposable {
  readonly calls: ReceivedCall[] = [];
  answer: (call: ReceivedCall) => number | null = () => 204;
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = { headers: request.headers, body: Buffer.concat(chunks).toString('utf8'), at: Date.now() };
      this.calls.push(call);
      for (const hear of this.#waiting.splice(0)) hear(call);
      const status = this.answer(call);
      if (status !== null) response.writeHead(status).end();
    });
  });

  readonly #waiting: ((call: ReceivedCall) => void)[] = [];

  /** The first call from now on. */
  next(): Promise<ReceivedCall> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  static async listen(): Promise<LoopbackReceiver> {
    const receiver = new LoopbackReceiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/page`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
