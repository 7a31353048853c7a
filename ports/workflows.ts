/** Durable workflows (workflows/): Step Functions, or the engine that stands in for it on one machine. */
export interface Workflows {
  /**
   * The name is the idempotency key: within 90 days one execution of a workflow has it. `already-started`
   * also when that one has ended. `input` must fit into 256 KB of JSON.
   */
  start(input: { workflow: string; name: string; input: unknown }): Promise<'started' | 'already-started'>;
  /** `gone` when the task has been answered, has timed out or was abandoned: then nobody waits for it. */
  succeedTask(token: string, output: unknown): Promise<'delivered' | 'gone'>;
}
