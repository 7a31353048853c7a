import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { parseMail } from '../../adapters/mime/parse-mail.ts';
import type { DeskConfig } from '../../core/config/desk-config.ts';
import { VirtualClock } from '../../local/clock/virtual-clock.ts';
import { type Desk, startDesk } from '../../local/desk.ts';
import { LineLog } from '../../local/line-log.ts';
import { dynoxideProgram, startDynoxide } from '../../local/store/start-dynoxide.ts';
import { type ReceivedMail } from '../../ports/mime.ts';
import { testConfig } from './test-config.ts';

/** A Friday evening. */
const startAt = Date.parse('2026-11-20T18:00:00.000Z');

export interface MailToSend {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly headers?: Record<string, string>;
}

/**
 * The whole desk on virtual time, spoken to as its users speak to it: SMTP in, mail out, HTTP with a token.
 * `await desk.mail(…); await desk.fastForward('5m'); desk.mailbox('ana@…')`.
 */
export class DeskBed implements AsyncDisposable {
  readonly clock: VirtualClock;
  readonly logs: string[] = [];
  readonly #config: DeskConfig;
  readonly #folder: string;
  #desk: Desk | null = null;

  private constructor(config: DeskConfig, clock: VirtualClock) {
    this.#config = config;
    this.clock = clock;
    this.#folder = mkdtempSync(join(tmpdir(), 'harborwatch-scenario-'));
  }

  static async start(change: (config: DeskConfig) => DeskConfig = (config) => config): Promise<DeskBed> {
    const bed = new DeskBed(change(testConfig()), new VirtualClock(startAt));
    await bed.#boot();
    return bed;
  }

  get desk(): Desk {
    if (!this.#desk) throw new Error('the desk is not running');
    return this.#desk;
  }

  get now(): string {
    return new Date(this.clock.now()).toISOString();
  }

  async #boot(): Promise<void> {
    const log = new LineLog(
      'warn',
      (line) => this.logs.push(line),
      () => this.clock.now(),
    );
    this.#desk = await startDesk({
      dataFolder: this.#folder,
      config: this.#config,
      mailDomain: 'desk.example',
      smtpRelay: null,
      httpPort: 0,
      smtpPort: 0,
      consoleFolder: join(this.#folder, 'no-console'),
      startStore: () => startDynoxide(dynoxideProgram() ?? 'dynoxide', join(this.#folder, 'desk.db')),
      clock: this.clock,
      timers: this.clock,
      random: () => 0.5,
      log,
      onStoreDeath: (detail) => this.logs.push(`store died: ${detail}`),
    });
    await this.desk.settle();
  }

  /** Stops and starts the desk on the same data: what a deploy or a reboot does. */
  async restart(): Promise<void> {
    await this.desk.stop();
    await this.#boot();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#desk?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Sends a mail by SMTP and lets the desk finish with it. */
  async mail(mail: MailToSend): Promise<void> {
    await this.#send({
      from: mail.from ?? 'sam@customer.example',
      to: mail.to ?? 'help@desk.example',
      subject: mail.subject ?? 'A question',
      text: mail.text ?? '',
      ...(mail.messageId ? { messageId: mail.messageId } : {}),
      ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo, references: mail.inReplyTo } : {}),
      ...(mail.headers ? { headers: mail.headers } : {}),
    });
  }

  async raw(raw: string | Uint8Array, envelope: { from: string; to: string[] }): Promise<void> {
    await this.#send({ raw: raw as string, envelope });
  }

  async #send(mail: Parameters<ReturnType<typeof createTransport>['sendMail']>[0]): Promise<void> {
    const { host, port } = this.desk.smtp;
    const transport = createTransport({ host, port, secure: false, ignoreTLS: true });
    try {
      await transport.sendMail(mail);
    } finally {
      transport.close();
    }
    await this.desk.settle();
  }

  /** `30s`, `5m`, `2h`, `3d`. */
  async fastForward(duration: string): Promise<void> {
    const [, count = '', unit = ''] = /^(\d+)([smhd])$/.exec(duration) ?? [];
    const ms = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit];
    if (!ms) throw new Error(`a duration is 30s, 5m, 2h or 3d, not "${duration}"`);
    await this.clock.advanceTo(this.clock.now() + Number(count) * ms, () => this.desk.settle());
  }

  /** Mail that left for an address, oldest first. */
  async mailbox(address: string): Promise<ReceivedMail[]> {
    const sent = await this.desk.services.sent.list(1000);
    const theirs = sent.filter(({ to }) => to.includes(address)).toReversed();
    const raws = await Promise.all(theirs.map(({ id }) => this.desk.services.sent.raw(id)));
    return Promise.all(raws.filter((raw) => raw !== null).map((raw) => parseMail(raw)));
  }

  async signIn(user: string): Promise<Agent> {
    const response = await fetch(`${this.desk.url}/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, password: this.desk.password }),
    });
    if (!response.ok) throw new Error(`sign-in as ${user}: ${response.status} ${await response.text()}`);
    const { accessToken } = (await response.json()) as { accessToken: string };
    return new Agent(this, accessToken);
  }
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** Somebody at a console, through the HTTP API. */
export class Agent {
  readonly #bed: DeskBed;
  readonly token: string;

  constructor(bed: DeskBed, token: string) {
    this.#bed = bed;
    this.token = token;
  }

  get<Body>(path: string): Promise<Answer<Body>> {
    return this.#call('GET', path);
  }
  post<Body>(path: string, body: unknown = {}): Promise<Answer<Body>> {
    return this.#call('POST', path, body);
  }
  patch<Body>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.#call('PATCH', path, body);
  }

  async #call<Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    const response = await fetch(`${this.#bed.desk.url}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    await this.#bed.desk.settle();
    return { status: response.status, body: (text ? JSON.parse(text) : null) as Body };
  }
}
