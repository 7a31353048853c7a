import { join } from 'node:path';
import { type WorkflowBinding, workflowBindings } from '../../workflows/bindings.ts';
import { type LoadedWorkflow, loadWorkflowFile } from './load-workflow.ts';

/** Every workflow of the binding table, its functions under their own names. `root` is the project's folder. */
export function loadBoundWorkflows(root: string): Map<string, LoadedWorkflow> {
  const table: Record<string, WorkflowBinding> = workflowBindings;
  return new Map(
    Object.entries(table).map(([name, { file, functions }]) => [
      name,
      loadWorkflowFile(name, join(root, file), functions),
    ]),
  );
}
