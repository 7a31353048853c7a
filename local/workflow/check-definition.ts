import type { z } from 'zod';
import { checkState, type DefinitionProblem } from './check-state.ts';
import { type Branch, type State, type StateMachine, stateMachineSchema } from './state-machine.ts';

export type { DefinitionProblem } from './check-state.ts';
export type CheckedDefinition =
  | { ok: true; machine: StateMachine }
  | { ok: false; problems: DefinitionProblem[] };

/** Refuses whatever the engine would not run exactly as Step Functions does. */
export function checkDefinition(definition: unknown): CheckedDefinition {
  const parsed = stateMachineSchema.safeParse(definition);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap(explainIssue) };
  const problems = checkStates(parsed.data, new Set());
  return problems.length > 0 ? { ok: false, problems } : { ok: true, machine: parsed.data };
}

/** State names are unique in the whole machine, branches included: history and errors name states by nothing else. */
function checkStates(scope: Branch, seen: Set<string>): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  if (!(scope.StartAt in scope.States)) {
    problems.push({ field: 'StartAt', message: `there is no state "${scope.StartAt}"` });
  }
  for (const [name, state] of Object.entries(scope.States)) {
    if (seen.has(name)) problems.push({ state: name, field: 'States', message: 'the name is used twice' });
    seen.add(name);
    problems.push(...checkState(name, state, scope.States));
    for (const branch of branchesOf(state)) problems.push(...checkStates(branch, seen));
  }
  return problems;
}

export function branchesOf(state: State): Branch[] {
  if (state.Type === 'Parallel') return state.Branches;
  return state.Type === 'Map' ? [state.ItemProcessor] : [];
}

/** The innermost state of the path, and the field from there. */
function explainIssue(issue: z.core.$ZodIssue): DefinitionProblem[] {
  const at = issue.path.lastIndexOf('States');
  const state = at === -1 ? undefined : issue.path[at + 1];
  const path = state === undefined ? issue.path : issue.path.slice(at + 2);
  const place = state === undefined ? {} : { state: String(state) };
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...place,
      field: dotted([...path, key]),
      message: 'not implemented, or not a field of JSONata states',
    }));
  }
  return [{ ...place, field: dotted(path), message: reason(issue) }];
}

function reason(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues.map((inner) => inner.message).join(', or ');
  if (issue.code !== 'invalid_union') return issue.message;
  return (
    issue.errors
      .flat()
      .map((inner) => inner.message)
      .join(', or ') || issue.message
  );
}

function dotted(path: PropertyKey[]): string {
  if (path.length === 0) return '(the whole)';
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}
