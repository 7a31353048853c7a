import type { Log } from '../../ports/log.ts';
import type { EngineEvent } from './advance.ts';
import { failureOf } from './invocation-failure.ts';
import type { Json } from './json.ts';
import { workflowErrorName } from './workflow-error.ts';
import type { RunnableEffect } from './workflow-store.ts';

/**
 * Runs one task function. `invocationId` is its idempotency key: a call whose result was not stored before
 * the process died is made again with the same one.
 */
export type WorkflowInvoke = (
  functionName: string,
  payload: Json,
  meta: { invocationId: string; executionName: string },
) => Promise<unknown>;

export type StartEffect = Extract<RunnableEffect, { kind: 'start-execution' }>;

interface Dependencies {
  invoke: WorkflowInvoke;
  startChild: (effect: StartEffect) => Promise<Json>;
  /** Resolves when the completion is stored. */
  complete: (executionId: string, event: EngineEvent) => Promise<void>;
  now: () => number;
  log: Pick<Log, 'error'>;
}
interface Work {
  executionId: string;
  executionName: string;
  effect: RunnableEffect;
}

/** The invocations in flight. One leaves only after its completion is stored: earlier, it could be made twice. */
export class TaskRunner {
  readonly #dependencies: Dependencies;
  readonly #inFlight = new Map<string, Promise<void>>();

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  get inFlight(): Promise<void>[] {
    return [...this.#inFlight.values()];
  }

  run(work: Work): void {
    const { taskId } = work.effect;
    if (this.#inFlight.has(taskId)) return;
    const running = this.#perform(work).finally(() => this.#inFlight.delete(taskId));
    this.#inFlight.set(taskId, running);
  }

  async #perform(work: Work): Promise<void> {
    const event = await this.#outcome(work);
    await this.#dependencies.complete(work.executionId, event);
  }

  async #outcome({ effect, executionName }: Work): Promise<EngineEvent> {
    const { taskId } = effect;
    try {
      const output =
        effect.kind === 'invoke'
          ? await this.#dependencies.invoke(effect.functionName, structuredClone(effect.payload), {
              invocationId: taskId,
              executionName,
            })
          : await this.#dependencies.startChild(effect);
      const kind = effect.kind === 'invoke' && effect.token !== null ? 'task-submitted' : 'task-succeeded';
      return { kind, taskId, output: toJson(output), at: this.#dependencies.now() };
    } catch (thrown) {
      const subject = effect.kind === 'invoke' ? effect.functionName : effect.stateMachineArn;
      this.#dependencies.log.error('a workflow task failed', { task: taskId, subject, error: thrown });
      const failure = failureOf(thrown, effect.kind === 'invoke' ? undefined : workflowErrorName(thrown));
      return { kind: 'task-failed', taskId, ...failure, at: this.#dependencies.now() };
    }
  }
}

class MarshalError extends Error {
  override name = 'Runtime.MarshalError';
}

/** What survives JSON, as a Lambda's answer does. */
function toJson(output: unknown): Json {
  try {
    return JSON.parse(JSON.stringify(output) ?? 'null') as Json;
  } catch (cause) {
    throw new MarshalError('the function returned something that is not JSON', { cause });
  }
}
