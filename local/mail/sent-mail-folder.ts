import { createHash } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { decodeWords } from 'postal-mime';
import { toInstant } from '../../core/time/instant.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { SentMail, SentMailSummary } from '../../ports/sent-mail.ts';
import { GroupCommit } from '../sqlite/group-commit.ts';
import { openDatabase } from '../sqlite/open-database.ts';

// The raw mail comes last: SQLite reads through all that lies before a column.
const SCHEMA = `
CREATE TABLE IF NOT EXISTS sent_mail (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  sender TEXT NOT NULL,
  recipients TEXT NOT NULL,
  subject TEXT NOT NULL,
  state TEXT NOT NULL,
  detail TEXT,
  waiting TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER,
  raw BLOB NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS sent_mail_due ON sent_mail (next_at) WHERE next_at IS NOT NULL;
CREATE TABLE IF NOT EXISTS urgent_mail (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sent_digest (digest TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** `urgent` is what says `Importance: high` in its header: the pages. */
export type MailLane = 'urgent' | 'ordinary';

const laneCondition = {
  urgent: 'AND id IN (SELECT id FROM urgent_mail)',
  ordinary: 'AND id NOT IN (SELECT id FROM urgent_mail)',
  all: '',
} as const;

const MAX_HEADER_BYTES = 256 * 1024;

export interface WaitingMail {
  readonly id: string;
  /** Epoch ms of its acceptance. */
  readonly at: number;
  readonly from: string;
  /** Those who have not got it yet. */
  readonly recipients: readonly string[];
  readonly raw: Uint8Array;
  /** Tries so far. */
  readonly tries: number;
}

/** Every mail that left the desk, and the retry queue of those that a relay has yet to take. */
export class SentMailFolder implements SentMail {
  readonly #db: DatabaseSync;
  readonly #group: GroupCommit;
  readonly #clock: Clock;
  readonly #ids: Pick<Ids, 'ulid'>;
  readonly #listeners = new Set<() => void>();

  constructor(options: { file: string; clock: Clock; ids: Pick<Ids, 'ulid'> }) {
    this.#db = openDatabase(options.file, SCHEMA);
    this.#group = new GroupCommit(this.#db);
    this.#clock = options.clock;
    this.#ids = options.ids;
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }

  /**
   * Stores a mail as `kept` or, for a relay to take, as `waiting`; on disk when it resolves. The very same mail
   * again (a sender that was killed before it heard our answer) is not sent twice: its first id is given.
   */
  async add(mail: {
    from: string;
    to: readonly string[];
    raw: Uint8Array;
    relay: boolean;
  }): Promise<{ id: string }> {
    const id = this.#ids.ulid();
    const now = this.#clock.now();
    const to = JSON.stringify(mail.to);
    const digest = createHash('sha256').update(mail.raw).update(to).digest('base64');
    const first = await this.#group.run(() => {
      const known = this.#db.prepare('SELECT id FROM sent_digest WHERE digest = ?').get(digest);
      if (known) return String(known.id);
      this.#db.prepare('INSERT INTO sent_digest (digest, id) VALUES (?, ?)').run(digest, id);
      if (mail.relay && isUrgent(mail.raw))
        this.#db.prepare('INSERT INTO urgent_mail (id) VALUES (?)').run(id);
      this.#db
        .prepare(
          `INSERT INTO sent_mail (id, at, sender, recipients, subject, raw, state, waiting, next_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          id,
          now,
          mail.from,
          to,
          readSubject(mail.raw),
          mail.raw,
          mail.relay ? 'waiting' : 'kept',
          mail.relay ? to : '[]',
          mail.relay ? now : null,
        );
      return id;
    });
    for (const listener of this.#listeners) listener();
    return { id: first };
  }

  list(limit: number): Promise<readonly SentMailSummary[]> {
    const rows = this.#db
      .prepare(
        'SELECT id, at, sender, recipients, subject, state, detail FROM sent_mail ORDER BY seq DESC LIMIT ?',
      )
      .all(limit);
    return Promise.resolve(rows.map(toSummary));
  }

  raw(id: string): Promise<Uint8Array | null> {
    const row = this.#db.prepare('SELECT raw FROM sent_mail WHERE id = ?').get(id);
    return Promise.resolve((row?.raw as Uint8Array | undefined) ?? null);
  }

  /** Mails whose next try is due, the longest due first. */
  due(limit: number, lane: MailLane | 'all' = 'all'): WaitingMail[] {
    return this.#db
      .prepare(
        `SELECT id, at, sender, waiting, raw, tries FROM sent_mail
         WHERE next_at <= ? ${laneCondition[lane]} ORDER BY next_at LIMIT ?`,
      )
      .all(this.#clock.now(), limit)
      .map((row) => ({
        id: String(row.id),
        at: Number(row.at),
        from: String(row.sender),
        recipients: JSON.parse(String(row.waiting)) as string[],
        raw: row.raw as Uint8Array,
        tries: Number(row.tries),
      }));
  }

  /** Epoch ms; null when no mail waits. */
  nextDueAt(lane: MailLane | 'all' = 'all'): number | null {
    const row = this.#db
      .prepare(
        `SELECT next_at AS at FROM sent_mail
         WHERE next_at IS NOT NULL ${laneCondition[lane]} ORDER BY next_at LIMIT 1`,
      )
      .get();
    return row?.at == null ? null : Number(row.at);
  }

  /** `waiting` keeps those recipients for another try at `nextAt`; an empty one ends with `state`. */
  settle(
    id: string,
    outcome:
      | { readonly state: 'relayed' | 'refused'; readonly detail: string }
      | {
          readonly state: 'waiting';
          readonly detail: string;
          readonly waiting: readonly string[];
          readonly nextAt: number;
        },
  ): Promise<void> {
    const again = outcome.state === 'waiting';
    return this.#group.run(() => {
      this.#db
        .prepare(
          'UPDATE sent_mail SET state = ?, detail = ?, waiting = ?, next_at = ?, tries = tries + 1 WHERE id = ?',
        )
        .run(
          outcome.state,
          outcome.detail,
          JSON.stringify(again ? outcome.waiting : []),
          again ? outcome.nextAt : null,
          id,
        );
      if (!again) this.#db.prepare('DELETE FROM urgent_mail WHERE id = ?').run(id);
    });
  }

  /** `listener` is called after each mail that was added. */
  onAdd(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function toSummary(row: Record<string, SQLOutputValue>): SentMailSummary {
  return {
    id: String(row.id),
    at: toInstant(Number(row.at)),
    from: String(row.sender),
    to: JSON.parse(String(row.recipients)) as string[],
    subject: String(row.subject),
    state: String(row.state) as SentMailSummary['state'],
    detail: row.detail === null ? null : String(row.detail),
  };
}

function readSubject(raw: Uint8Array): string {
  return decodeWords(/^subject:[ \t]*(.*)$/im.exec(headOf(raw))?.[1]?.trim() ?? '');
}

function isUrgent(raw: Uint8Array): boolean {
  return /^importance:[ \t]*high\b/im.test(headOf(raw));
}

/** The header, unfolded. */
function headOf(raw: Uint8Array): string {
  const text = Buffer.from(raw.subarray(0, MAX_HEADER_BYTES)).toString('utf8');
  const end = text.search(/\r?\n\r?\n/);
  return (end === -1 ? text : text.slice(0, end)).replaceAll(/\r?\n(?=[ \t])/g, '');
}
