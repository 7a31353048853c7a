import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { parseMail } from '../../adapters/mime/parse-mail.ts';
import type { Case } from '../../core/case/case.ts';
import type { CaseEvent } from '../../core/case/case-event.ts';
import type { Message } from '../../core/case/message.ts';
import type { DeskConfig } from '../../core/config/desk-config.ts';
import type { Attempt } from '../../core/page/attempt.ts';
import type { Page } from '../../core/page/page.ts';
import { SystemClock } from '../../local/clock/system-clock.ts';
import { VirtualClock } from '../../local/clock/virtual-clock.ts';
import { type Desk, startDesk } from '../../local/desk.ts';
import { LineLog } from '../../local/line-log.ts';
import { dynoxideProgram, startDynoxide } from '../../local/store/start-dynoxide.ts';
import type { StoreServer } from '../../local/store/store-server.ts';
import type { ReceivedMail } from '../../ports/mime.ts';
import { testConfig } from './test-config.ts';

type AroundStore = (server: StoreServer) => Promise<StoreServer>;

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
  readonly #time: VirtualClock | SystemClock;
  readonly logs: string[] = [];
  readonly #config: DeskConfig;
  readonly #consoleFolder: string | null;
  readonly #folder: string;
  readonly #around: AroundStore;
  #desk: Desk | null = null;

  private constructor(
    config: DeskConfig,
    time: VirtualClock | SystemClock,
    consoleFolder: string | null,
    around: AroundStore = async (server) => server,
  ) {
    this.#config = config;
    this.#time = time;
    this.#consoleFolder = consoleFolder;
    this.#around = around;
    this.#folder = mkdtempSync(join(tmpdir(), 'harborwatch-scenario-'));
  }

  /** `around`: what the desk has for its store, given the real one. */
  static async start(
    change: (config: DeskConfig) => DeskConfig = (config) => config,
    around?: AroundStore,
  ): Promise<DeskBed> {
    const bed = new DeskBed(change(testConfig()), new VirtualClock(startAt), null, around);
    await bed.#boot();
    return bed;
  }

  /** In real time and with a console, for a real browser. */
  static async startForBrowser(consoleFolder: string): Promise<DeskBed> {
    const bed = new DeskBed(testConfig(), new SystemClock(), consoleFolder);
    await bed.#boot();
    return bed;
  }

  get clock(): VirtualClock {
    if (this.#time instanceof VirtualClock) return this.#time;
    throw new Error('this desk runs in real time');
  }

  get desk(): Desk {
    if (!this.#desk) throw new Error('the desk is not running');
    return this.#desk;
  }

  get now(): string {
    return new Date(this.#time.now()).toISOString();
  }

  async #boot(): Promise<void> {
    const log = new LineLog(
      'warn',
      (line) => this.logs.push(line),
      () => this.#time.now(),
    );
    this.#desk = await startDesk({
      dataFolder: this.#folder,
      config: this.#config,
      mailDomain: 'desk.example',
      smtpRelay: null,
      httpPort: 0,
      smtpPort: 0,
      consoleFolder: this.#consoleFolder ?? join(this.#folder, 'no-console'),
      startStore: async () =>
        this.#around(await startDynoxide(dynoxideProgram() ?? 'dynoxide', join(this.#folder, 'desk.db'))),
      clock: this.#time,
      timers: this.#time,
      random: () => 0.5,
      batchingWindowMs: 0,
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
    await this.send(mail);
    await this.desk.settle();
  }

  /** Sends a mail by SMTP; returns with the 250, whatever the desk still has to do with it. */
  async send(mail: MailToSend): Promise<void> {
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
    await this.desk.settle();
  }

  async #send(mail: Parameters<ReturnType<typeof createTransport>['sendMail']>[0]): Promise<void> {
    const { host, port } = this.desk.smtp;
    const transport = createTransport({ host, port, secure: false, ignoreTLS: true });
    try {
      await transport.sendMail(mail);
    } finally {
      transport.close();
    }
  }

  /** What a lead does who edits the configuration while the desk runs. */
  async reconfigure(change: (config: DeskConfig) => DeskConfig): Promise<void> {
    const { config: source } = this.desk.ports;
    const config = change((await source.current()).config);
    await source.publish({ config, source: 'console', publishedBy: null, reason: null });
  }

  /** `30s`, `5m`, `2h`, `3d`. */
  async fastForward(duration: string): Promise<void> {
    await this.clock.advanceTo(this.clock.now() + msOf(duration), () => this.desk.settle());
  }

  /** The machine is off so long. Days pass at once; what would have happened in them, happens late. */
  async leap(duration: string): Promise<void> {
    await this.desk.stop();
    await this.clock.advanceTo(this.clock.now() + msOf(duration), async () => {});
    await this.#boot();
  }

  /** Mail that left for an address, oldest first. */
  async mailbox(address: string): Promise<ReceivedMail[]> {
    return Promise.all((await this.rawMailbox(address)).map((raw) => parseMail(raw)));
  }

  async rawMailbox(address: string): Promise<Uint8Array[]> {
    const sent = await this.desk.services.sent.list(1000);
    const theirs = sent.filter(({ to }) => to.includes(address)).toReversed();
    const raws = await Promise.all(theirs.map(({ id }) => this.desk.services.sent.raw(id)));
    return raws.filter((raw) => raw !== null);
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

function msOf(duration: string): number {
  const [, count = '', unit = ''] = /^(\d+)([smhd])$/.exec(duration) ?? [];
  const ms = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit];
  if (!ms) throw new Error(`a duration is 30s, 5m, 2h or 3d, not "${duration}"`);
  return Number(count) * ms;
}

export interface CaseView {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly messages: readonly Message[];
  readonly pages: readonly Page[];
  readonly attempts: readonly Attempt[];
  readonly linked: readonly { readonly id: string }[];
}
export interface PageView {
  readonly page: Page;
  readonly attempts: readonly Attempt[];
}
export interface Problem {
  readonly code: string;
  readonly detail: string;
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
  put<Body>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.#call('PUT', path, body);
  }
  patch<Body>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.#call('PATCH', path, body);
  }

  async case(caseId: string): Promise<CaseView> {
    return (await this.get<CaseView>(`/cases/${caseId}`)).body;
  }
  /** Newest first. */
  async casesOf(customer: string): Promise<readonly Case[]> {
    const found = await this.get<{ items: Case[] }>(`/cases?customer=${encodeURIComponent(customer)}`);
    return found.body.items;
  }
  /** The one case of a customer who has one. */
  async caseOf(customer: string): Promise<CaseView> {
    const [only, ...more] = await this.casesOf(customer);
    if (!only || more.length > 0)
      throw new Error(`${customer} has ${only ? more.length + 1 : 0} cases, not 1`);
    return this.case(only.id);
  }
  async pages(state: 'open' | 'all' = 'all'): Promise<readonly PageView[]> {
    return (await this.get<{ items: PageView[] }>(`/pages?state=${state}&limit=200`)).body.items;
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
