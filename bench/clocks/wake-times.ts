import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface Wakes {
  /** Epoch ms at which the last task of a case's execution had answered, its commit behind it. */
  readonly doneAt: ReadonlyMap<string, number>;
  /** Executions of `sla-clock` by status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly invocations: number;
  /** Looks that failed or took too long, and were asked for again. */
  readonly failures: number;
}

/** What the engine's own history tells, read when the desk has stopped. */
export function readWakes(dataFolder: string): Wakes {
  const database = new DatabaseSync(join(dataFolder, 'workflows.db'), { readOnly: true });
  try {
    const statuses = database
      .prepare("SELECT status, count(*) AS n FROM executions WHERE workflow = 'sla-clock' GROUP BY status")
      .all();
    const answers = database
      .prepare(
        `SELECT e.name AS name, json_extract(h.event, '$.at') AS at FROM executions e
         JOIN history h ON h.execution_id = e.id
         WHERE e.workflow = 'sla-clock' AND json_extract(h.event, '$.type') = 'TaskSucceeded'`,
      )
      .all();
    const failures = database
      .prepare(
        `SELECT count(*) AS n FROM executions e JOIN history h ON h.execution_id = e.id
         WHERE e.workflow = 'sla-clock' AND json_extract(h.event, '$.type') IN ('TaskFailed', 'TaskTimedOut')`,
      )
      .get();
    const doneAt = new Map<string, number>();
    for (const { name, at } of answers) {
      const caseId = String(name).slice(0, String(name).indexOf('_'));
      doneAt.set(caseId, Math.max(doneAt.get(caseId) ?? 0, Number(at)));
    }
    return {
      doneAt,
      statuses: Object.fromEntries(statuses.map(({ status, n }) => [String(status), Number(n)])),
      invocations: answers.length,
      failures: Number(failures?.n),
    };
  } finally {
    database.close();
  }
}
