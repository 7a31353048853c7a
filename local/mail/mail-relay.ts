import { createTransport, type Transporter } from 'nodemailer';
import type { SMTPSentMessageInfo } from 'nodemailer/lib/smtp-transport';
import type { Clock, ScheduledTimer, Timers } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { fromFailure, fromSuccess, type RelayOutcome } from './relay-outcome.ts';
import { relayUrlWithTimeouts } from './relay-url.ts';
import type { MailLane, SentMailFolder, WaitingMail } from './sent-mail-folder.ts';

const FIRST_WAITS_MS = [1_000, 5_000, 30_000];
const LATER_WAIT_MS = 60_000;
const GIVE_UP_AFTER_MS = 3 * 86_400_000;
const AT_ONCE = 4;

export interface RefusedMail {
  readonly id: string;
  readonly from: string;
  /** Those who will not get it. */
  readonly recipients: readonly string[];
  readonly raw: Uint8Array;
}

export interface MailRelayOptions {
  readonly url: string;
  readonly sent: SentMailFolder;
  /** Only this lane; absent: all mail. A page has a relay of its own and waits for nothing. */
  readonly lane?: MailLane;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** Called before a refusal is written down: again after a crash in between, never not at all. */
  readonly onRefused: (mail: RefusedMail, detail: string) => Promise<void>;
}

/** Forwards waiting mail to the relay until it takes it, refuses it for good, or three days have passed. */
export class MailRelay {
  readonly #options: MailRelayOptions;
  readonly #transport: Transporter<SMTPSentMessageInfo>;
  #started = false;
  #round: Promise<void> | null = null;
  #again = false;
  #failure: { readonly cause: unknown } | null = null;
  #timer: ScheduledTimer | null = null;
  #unsubscribe: (() => void) | null = null;

  constructor(options: MailRelayOptions) {
    this.#options = options;
    this.#transport = createTransport(relayUrlWithTimeouts(options.url));
  }

  start(): void {
    this.#started = true;
    this.#unsubscribe = this.#options.sent.onAdd(() => this.#wake());
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#started = false;
    this.#unsubscribe?.();
    this.#timer?.cancel();
    await this.#round;
    this.#transport.close();
  }

  /** Resolves when no try is under way or due now; rejects when the outgoing mail cannot be read or written. */
  async idle(): Promise<void> {
    for (;;) {
      const next = this.#options.sent.nextDueAt(this.#options.lane);
      if (this.#round === null && (next === null || next > this.#options.clock.now())) return;
      this.#wake();
      await this.#round;
      if (this.#failure !== null) throw this.#failure.cause;
    }
  }

  #wake(): void {
    if (!this.#started) return;
    if (this.#round !== null) {
      this.#again = true;
      return;
    }
    this.#failure = null;
    this.#round = this.#tryAll()
      .catch((error: unknown) => {
        this.#failure = { cause: error };
        this.#options.log.error('The outgoing mail could not be read; it is tried again in a minute.', {
          error,
        });
        this.#schedule(this.#options.clock.now() + LATER_WAIT_MS);
      })
      .finally(() => {
        this.#round = null;
        if (this.#again) {
          this.#again = false;
          this.#wake();
        }
      });
  }

  async #tryAll(): Promise<void> {
    for (;;) {
      const due = this.#started ? this.#options.sent.due(AT_ONCE, this.#options.lane) : [];
      if (due.length === 0) break;
      await Promise.all(due.map((mail) => this.#try(mail)));
    }
    const next = this.#options.sent.nextDueAt(this.#options.lane);
    if (next !== null) this.#schedule(next);
  }

  #schedule(at: number): void {
    if (!this.#started) return;
    this.#timer?.cancel();
    this.#timer = this.#options.timers.schedule(at, () => this.#wake());
  }

  async #try(mail: WaitingMail): Promise<void> {
    const { sent, clock, log, onRefused } = this.#options;
    const outcome = this.#giveUpIfOld(mail, await this.#hand(mail));
    const { refused, postponed, detail } = outcome;
    if (refused.length > 0) {
      await onRefused({ id: mail.id, from: mail.from, recipients: refused, raw: mail.raw }, detail).catch(
        (error: unknown) => {
          log.error('A refusal could not be made known; the mail itself is marked.', {
            mailId: mail.id,
            error,
          });
        },
      );
      log.warn('The relay refused a mail for good.', { mailId: mail.id, recipients: refused.length });
    }
    if (postponed.length > 0) {
      const nextAt = clock.now() + (FIRST_WAITS_MS[mail.tries] ?? LATER_WAIT_MS);
      await sent.settle(mail.id, { state: 'waiting', detail, waiting: postponed, nextAt });
    } else await sent.settle(mail.id, { state: refused.length > 0 ? 'refused' : 'relayed', detail });
  }

  async #hand(mail: WaitingMail): Promise<RelayOutcome> {
    const to = [...mail.recipients];
    try {
      const info = await this.#transport.sendMail({
        envelope: { from: mail.from, to },
        raw: Buffer.from(mail.raw),
      });
      return fromSuccess(to, info);
    } catch (error) {
      return fromFailure(to, error);
    }
  }

  #giveUpIfOld(mail: WaitingMail, outcome: RelayOutcome): RelayOutcome {
    if (outcome.postponed.length === 0 || this.#options.clock.now() - mail.at < GIVE_UP_AFTER_MS)
      return outcome;
    return {
      ...outcome,
      refused: [...outcome.refused, ...outcome.postponed],
      postponed: [],
      detail: `Given up after three days: ${outcome.detail}`,
    };
  }
}
