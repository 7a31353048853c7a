import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isDomainError } from '../../core/errors.ts';
import type { ExecutionStatus } from '../../local/workflow/execution-state.ts';
import type { HistoryEvent } from '../../local/workflow/history-event.ts';
import type { Json } from '../../local/workflow/json.ts';
import { loadWorkflow } from '../../local/workflow/load-workflow.ts';
import { type TaskFunction, WorkflowBed } from './workflow-bed.ts';

/** What one call of a function does; the last of its list is repeated. */
interface Answer {
  returns?: Json;
  throws?: { name: string; message: string };
  /** Never returns. */
  hangs?: true;
  /** For a token task: what comes back by the token, how long after the call. */
  token?: { succeeds?: Json; fails?: { error: string; cause: string }; afterSeconds: number };
  /** Heartbeats at these seconds after the call. */
  heartbeats?: number[];
}

export interface ConformanceCase {
  title: string;
  definition: Json;
  input?: Json;
  tasks?: Record<string, Answer[]>;
  expect?: {
    status: ExecutionStatus;
    output?: Json;
    error?: string;
    /** A part of it. */
    cause?: string;
    path?: string[];
    seconds?: number;
    payloads?: Record<string, Json[]>;
    callSeconds?: Record<string, number[]>;
    replies?: string[];
    /** How long the history is. */
    events?: number;
  };
  refused?: { state?: string; field: string; message: string };
}

const folder = join(import.meta.dirname, 'conformance');

export function conformanceCases(): { file: string; cases: ConformanceCase[] }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ file, cases: parse(readFileSync(join(folder, file), 'utf8')) as ConformanceCase[] }));
}

export interface CaseRun {
  status: ExecutionStatus;
  output: Json | undefined;
  error: string | null;
  cause: string | null;
  path: string[];
  seconds: number | undefined;
  payloads: Record<string, Json[]>;
  callSeconds: Record<string, number[]>;
  history: HistoryEvent[];
  events: number;
  /** What became of each heartbeat and answer by token: `taken`, or the code of the refusal. */
  replies: string[];
}

/** Looked at often enough that nothing is swept, 90 days after it closed, before it has been seen. */
const LOOK_AFTER_SECONDS = [0, 60, 3_600, 86_400, 30 * 86_400, 330 * 86_400];
const run = { workflow: 'subject', name: 'run' };

/** With `restarts`, the engine is stopped and opened anew on its database whenever it is idle. */
export async function runCase(given: ConformanceCase, options: { restarts: boolean }): Promise<CaseRun> {
  const text = JSON.stringify(given.definition);
  const definitions = new Map(['subject', 'other'].map((name) => [name, loadWorkflow({ name, text })]));
  const functions: Record<string, TaskFunction> = {};
  for (const [name, answers] of Object.entries(given.tasks ?? {})) {
    functions[name] = answering(answers, () => bed);
  }
  const bed: WorkflowBed = new WorkflowBed(definitions, functions);
  await using _bed = bed;
  await bed.start();
  await bed.engine.startExecution({ ...run, input: given.input ?? {} });
  const settle = async () => {
    await bed.engine.idle();
    if (options.restarts) await bed.restart();
  };
  const hangs = Object.values(given.tasks ?? {}).some((answers) => answers.some((answer) => answer.hangs));
  // A call that never returns never lets the engine be idle: there only the timers are followed.
  for (const seconds of LOOK_AFTER_SECONDS) {
    await bed.forward(seconds * 1_000, hangs ? () => turns(20) : settle);
    if (bed.engine.describeExecution(run).status !== 'RUNNING') break;
  }
  await bed.forward(60_000, hangs ? () => turns(20) : settle);
  const execution = bed.engine.describeExecution(run);
  const history = bed.history(run.workflow, run.name);
  const calls = Map.groupBy(bed.calls, (call) => call.functionName);
  const result: CaseRun = {
    status: execution.status,
    output: execution.output === null ? undefined : (JSON.parse(execution.output) as Json),
    error: execution.error,
    cause: execution.cause,
    path: bed.path(run.workflow, run.name),
    seconds: execution.stoppedAt === null ? undefined : (execution.stoppedAt - execution.startedAt) / 1_000,
    payloads: Object.fromEntries([...calls].map(([name, list]) => [name, list.map((call) => call.payload)])),
    callSeconds: Object.fromEntries(
      [...calls].map(([name, list]) => [name, list.map((call) => call.at / 1_000)]),
    ),
    history,
    events: history.length,
    replies: [...replies],
  };
  replies.length = 0;
  for (const release of releases.splice(0)) release();
  return result;
}

const releases: (() => void)[] = [];
const replies: string[] = [];

function answering(answers: Answer[], bed: () => WorkflowBed): TaskFunction {
  let calls = 0;
  return (payload) => {
    const answer = answers[Math.min(calls++, answers.length - 1)];
    if (!answer) throw new Error('the case gives no answer');
    if (answer.throws) throw Object.assign(new Error(answer.throws.message), { name: answer.throws.name });
    if (answer.hangs) return new Promise<void>((resolve) => releases.push(resolve));
    const { clock } = bed();
    const token = tokenIn(payload);
    for (const after of answer.heartbeats ?? []) {
      clock.schedule(clock.now() + after * 1_000, () => note(bed().engine.sendTaskHeartbeat(token)));
    }
    const { token: reply } = answer;
    if (reply) {
      clock.schedule(clock.now() + reply.afterSeconds * 1_000, () => {
        const { engine } = bed();
        note(
          reply.fails
            ? engine.sendTaskFailure(token, reply.fails)
            : engine.sendTaskSuccess(token, reply.succeeds ?? null),
        );
      });
    }
    return answer.returns;
  };
}

function note(reply: Promise<void>): void {
  void reply.then(
    () => replies.push('taken'),
    (error: unknown) => replies.push(isDomainError(error) ? error.code : String(error)),
  );
}

function tokenIn(payload: Json): string {
  if (typeof payload === 'object' && payload !== null && 'token' in payload) {
    return payload['token'] as string;
  }
  return '';
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}
