import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Effect } from './advance.ts';
import type { ExecutionReference } from './arn.ts';
import { type ExecutionState, type ExecutionStatus, nextWakeAt } from './execution-state.ts';
import type { HistoryEvent } from './history-event.ts';
import type { Json } from './json.ts';
import type { Step } from './step.ts';

export interface ExecutionRow {
  id: string;
  workflow: string;
  name: string;
  definition: string;
  secret: string;
  startedBy: string | null;
  status: ExecutionStatus;
  input: string;
  startedAt: number;
  stoppedAt: number | null;
  output: string | null;
  error: string | null;
  cause: string | null;
}
export type RunnableEffect = Extract<Effect, { kind: 'invoke' | 'start-execution' }>;
export interface ExecutionCursor {
  startedAt: number;
  id: string;
}

const COLUMNS =
  'id, workflow, name, definition, secret, started_by, status, input, started_at, stopped_at, output, error, cause';

/** Statements over the workflow database; transactions are the caller's. */
export class WorkflowStore {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  keepDefinition(hash: string, definition: string): void {
    this.#run('INSERT OR IGNORE INTO definitions VALUES (?, ?)', hash, definition);
  }

  definition(hash: string): string | undefined {
    const row = this.#get('SELECT definition FROM definitions WHERE hash = ?', hash);
    return row && text(row['definition']);
  }

  find({ workflow, name }: ExecutionReference): ExecutionRow | undefined {
    return read(
      this.#get(`SELECT ${COLUMNS} FROM executions WHERE workflow = ? AND name = ?`, workflow, name),
    );
  }

  byId(id: string): ExecutionRow | undefined {
    return read(this.#get(`SELECT ${COLUMNS} FROM executions WHERE id = ?`, id));
  }

  /** Null when the execution has closed. */
  state(id: string): ExecutionState | null {
    const state = this.#get('SELECT state FROM executions WHERE id = ?', id)?.['state'];
    return typeof state === 'string' ? (JSON.parse(state) as ExecutionState) : null;
  }

  insert(row: ExecutionRow): void {
    this.#run(
      `INSERT INTO executions (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      row.id,
      row.workflow,
      row.name,
      row.definition,
      row.secret,
      row.startedBy,
      row.status,
      row.input,
      row.startedAt,
      row.stoppedAt,
      row.output,
      row.error,
      row.cause,
    );
  }

  /** Everything that one advance changed: the state, its next wake, its history and its tasks. */
  apply(id: string, { state, history, effects }: Step, at: number): void {
    const isOpen = state.status === 'RUNNING';
    this.#run(
      `UPDATE executions SET status = ?, state = ?, wake_at = ?, stopped_at = ?, output = ?, error = ?, cause = ?
       WHERE id = ?`,
      state.status,
      isOpen ? JSON.stringify(state) : null,
      nextWakeAt(state),
      isOpen ? null : at,
      state.status === 'SUCCEEDED' ? JSON.stringify(state.output) : null,
      state.error,
      state.cause,
      id,
    );
    for (const event of history) {
      this.#run('INSERT INTO history VALUES (?, ?, ?)', id, event.id, JSON.stringify(event));
    }
    for (const effect of effects) this.#applyEffect(id, effect);
    if (!isOpen) this.#run('DELETE FROM tasks WHERE execution_id = ?', id);
  }

  #applyEffect(id: string, effect: Effect): void {
    if (effect.kind === 'forget') this.#run('DELETE FROM tasks WHERE id = ?', effect.taskId);
    else if (effect.kind === 'await-token')
      this.#run('UPDATE tasks SET effect = NULL WHERE id = ?', effect.taskId);
    else this.#run('INSERT INTO tasks VALUES (?, ?, ?)', effect.taskId, id, JSON.stringify(effect));
  }

  hasTask(taskId: string): boolean {
    return this.#get('SELECT 1 FROM tasks WHERE id = ?', taskId) !== undefined;
  }

  /** What was committed to be done and has no committed completion, oldest id first. */
  outstanding(after: string, limit: number): { executionId: string; effect: RunnableEffect }[] {
    return this.#all(
      'SELECT execution_id, effect FROM tasks WHERE id > ? AND effect IS NOT NULL ORDER BY id LIMIT ?',
      after,
      limit,
    ).map((row) => ({
      executionId: text(row['execution_id']),
      effect: JSON.parse(text(row['effect'])) as RunnableEffect,
    }));
  }

  due(now: number, limit: number): string[] {
    return this.#all('SELECT id FROM executions WHERE wake_at <= ? ORDER BY wake_at LIMIT ?', now, limit).map(
      (row) => text(row['id']),
    );
  }

  nextWakeAt(): number | null {
    const at = this.#get('SELECT MIN(wake_at) AS at FROM executions WHERE wake_at IS NOT NULL')?.['at'];
    return typeof at === 'number' ? at : null;
  }

  list(
    workflow: string,
    {
      status,
      after,
      limit,
    }: { status?: ExecutionStatus | undefined; after?: ExecutionCursor | undefined; limit: number },
  ): ExecutionRow[] {
    const from = after ?? { startedAt: Number.MAX_SAFE_INTEGER, id: '' };
    const where = status === undefined ? '' : 'AND status = ?';
    return this.#all(
      `SELECT ${COLUMNS} FROM executions WHERE workflow = ? ${where} AND (started_at, id) < (?, ?)
       ORDER BY started_at DESC, id DESC LIMIT ?`,
      workflow,
      ...(status === undefined ? [] : [status]),
      from.startedAt,
      from.id,
      limit,
    ).flatMap((row) => read(row) ?? []);
  }

  history(
    executionId: string,
    { after, limit, reverse }: { after?: number | undefined; limit: number; reverse: boolean },
  ): HistoryEvent[] {
    const rows = reverse
      ? this.#all(
          'SELECT event FROM history WHERE execution_id = ? AND id < ? ORDER BY id DESC LIMIT ?',
          executionId,
          after ?? Number.MAX_SAFE_INTEGER,
          limit,
        )
      : this.#all(
          'SELECT event FROM history WHERE execution_id = ? AND id > ? ORDER BY id LIMIT ?',
          executionId,
          after ?? 0,
          limit,
        );
    return rows.map((row) => JSON.parse(text(row['event'])) as HistoryEvent);
  }

  remove(id: string): void {
    this.#run('DELETE FROM history WHERE execution_id = ?', id);
    this.#run('DELETE FROM tasks WHERE execution_id = ?', id);
    this.#run('DELETE FROM executions WHERE id = ?', id);
  }

  closedBefore(at: number, limit: number): string[] {
    return this.#all(
      'SELECT id FROM executions WHERE stopped_at < ? ORDER BY stopped_at LIMIT ?',
      at,
      limit,
    ).map((row) => text(row['id']));
  }

  #statement(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#statement(sql).run(...values);
  }

  #get(sql: string, ...values: SQLInputValue[]): Record<string, SQLOutputValue> | undefined {
    return this.#statement(sql).get(...values);
  }

  #all(sql: string, ...values: SQLInputValue[]): Record<string, SQLOutputValue>[] {
    return this.#statement(sql).all(...values);
  }
}

function read(row: Record<string, SQLOutputValue> | undefined): ExecutionRow | undefined {
  if (!row) return undefined;
  return {
    id: text(row['id']),
    workflow: text(row['workflow']),
    name: text(row['name']),
    definition: text(row['definition']),
    secret: text(row['secret']),
    startedBy: optionalText(row['started_by']),
    status: text(row['status']) as ExecutionStatus,
    input: text(row['input']),
    startedAt: Number(row['started_at']),
    stoppedAt: row['stopped_at'] === null ? null : Number(row['stopped_at']),
    output: optionalText(row['output']),
    error: optionalText(row['error']),
    cause: optionalText(row['cause']),
  };
}

function text(value: SQLOutputValue | undefined): string {
  if (typeof value === 'string') return value;
  throw new Error(`the workflow database holds ${typeof value} where text is expected`);
}

function optionalText(value: SQLOutputValue | undefined): string | null {
  return value === null ? null : text(value);
}

export function inputOf(row: ExecutionRow): Json {
  return JSON.parse(row.input) as Json;
}
