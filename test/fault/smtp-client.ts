import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** A bare SMTP client: says what it is told, so that a test can also say what no well-behaved client would. */
export class SmtpClient {
  readonly greeting: string;
  #socket: Socket;
  #text = '';
  readonly #replies: string[] = [];
  readonly #waiting: ((reply: string) => void)[] = [];

  private constructor(socket: Socket, greeting: string) {
    this.#socket = socket;
    this.greeting = greeting;
  }

  static async connect(port: number): Promise<SmtpClient> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const client = new SmtpClient(socket, '');
    client.#listen();
    return Object.assign(client, { greeting: await client.reply() });
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('data', (chunk) => this.#read(chunk.toString('utf8')));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      for (const resolve of this.#waiting.splice(0)) resolve('closed');
      this.#replies.push('closed');
    });
  }

  #read(text: string): void {
    this.#text += text;
    for (;;) {
      const match = /^((?:\d{3}-[^\n]*\n)*\d{3} [^\n]*)\r\n/.exec(this.#text);
      if (match === null) return;
      this.#text = this.#text.slice(match[0].length);
      const reply = match[1] ?? '';
      const waiting = this.#waiting.shift();
      if (waiting === undefined) this.#replies.push(reply);
      else waiting(reply);
    }
  }

  /** The next reply; `closed` when the server ended the connection. */
  reply(): Promise<string> {
    const reply = this.#replies[0];
    if (reply === undefined) return new Promise((resolve) => this.#waiting.push(resolve));
    if (reply !== 'closed') this.#replies.shift();
    return Promise.resolve(reply);
  }

  say(line: string): Promise<string> {
    this.#socket.write(`${line}\r\n`);
    return this.reply();
  }

  /** Resolves when the bytes were handed to the kernel, or the connection is gone. */
  write(bytes: Uint8Array | string): Promise<void> {
    if (this.#socket.destroyed) return Promise.resolve();
    return new Promise((resolve) => {
      this.#socket.once('close', resolve);
      this.#socket.write(bytes, () => {
        this.#socket.removeListener('close', resolve);
        resolve();
      });
    });
  }

  get bytesWritten(): number {
    return this.#socket.bytesWritten;
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed && this.#socket.writable;
  }

  /** EHLO, MAIL, RCPT and DATA; the reply to the last. */
  async begin(from = 'ann@example.test', to: readonly string[] = ['help@desk.test']): Promise<string> {
    await this.say('EHLO client.test');
    await this.say(`MAIL FROM:<${from}>`);
    for (const one of to) await this.say(`RCPT TO:<${one}>`);
    return this.say('DATA');
  }

  async send(mail: Uint8Array | string, from?: string, to?: readonly string[]): Promise<string> {
    const ready = await this.begin(from, to);
    if (!ready.startsWith('354')) return ready;
    await this.write(mail);
    await this.write('\r\n.\r\n');
    return this.reply();
  }

  async startTls(ca: string): Promise<void> {
    this.#socket.removeAllListeners('data');
    const secure = connectTls({ socket: this.#socket, ca, servername: 'desk.test' });
    await new Promise<void>((resolve, reject) => {
      secure.once('secureConnect', resolve);
      secure.once('error', reject);
    });
    this.#socket = secure;
    this.#listen();
  }

  drop(): void {
    this.#socket.destroy();
  }
}
