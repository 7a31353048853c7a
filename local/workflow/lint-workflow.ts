import { parse } from 'yaml';
import { branchesOf, checkDefinition, type DefinitionProblem } from './check-definition.ts';
import { expressionsOf, movesOf } from './check-state.ts';
import { integrationOf } from './integration.ts';
import { variablesOf } from './jsonata-variables.ts';
import { lintVariables } from './lint-variables.ts';
import type { Branch, State, TaskState } from './state-machine.ts';

/**
 * What is wrong with a definition though it may load: everything that would fail or surprise only when it
 * runs. Placeholders may stay in the text. Empty when nothing is wrong.
 */
export function lintWorkflow(text: string): DefinitionProblem[] {
  const checked = checkDefinition(parse(text));
  if (!checked.ok) return checked.problems;
  return [...lintScope(checked.machine), ...lintVariables(checked.machine)];
}

function lintScope(scope: Branch): DefinitionProblem[] {
  const problems = unreachable(scope);
  for (const [name, state] of Object.entries(scope.States)) {
    const found = [...lintStates(state), ...(state.Type === 'Task' ? lintTask(state) : [])];
    problems.push(...found.map((problem) => ({ state: name, ...problem })));
    for (const branch of branchesOf(state)) problems.push(...lintScope(branch));
  }
  return problems;
}

function unreachable({ StartAt, States }: Branch): DefinitionProblem[] {
  const reached = new Set<string>();
  const next = [StartAt];
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    const state = States[name];
    if (!state || reached.has(name)) continue;
    reached.add(name);
    next.push(...movesOf(state).map(({ to }) => to));
  }
  return Object.keys(States)
    .filter((name) => !reached.has(name))
    .map((state) => ({ state, field: 'States', message: 'no state leads here: remove it or lead to it' }));
}

type Found = { field: string; message: string };

function lintTask(state: TaskState): Found[] {
  const found: Found[] = [];
  const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = state;
  if (typeof heartbeat === 'number' && typeof timeout === 'number' && heartbeat >= timeout) {
    found.push({ field: 'HeartbeatSeconds', message: `must be less than TimeoutSeconds (${timeout})` });
  }
  const integration = integrationOf(state.Resource);
  const waits = integration?.kind === 'lambda-invoke' && integration.waitsForToken;
  const tokenFields = expressionsOf(state).filter(({ source }) =>
    pathsOf(source).includes('context.Task.Token'),
  );
  const isPassed = tokenFields.some(({ field }) => field.startsWith('Arguments'));
  if (waits && !isPassed) {
    found.push({
      field: 'Arguments.Payload',
      message: 'waits for a task token that it does not pass on; add {% $states.context.Task.Token %}',
    });
  }
  if (!waits) {
    found.push(
      ...tokenFields.map(({ field }) => ({
        field,
        message: 'only a .waitForTaskToken task has a task token',
      })),
    );
  }
  if (waits && timeout === undefined) {
    found.push({ field: 'TimeoutSeconds', message: 'missing: a lost token would be waited for without end' });
  }
  return found;
}

const RESULT_TYPES: ReadonlySet<State['Type']> = new Set(['Task', 'Parallel', 'Map']);
const KNOWN_PATHS = /^(input|context|result|errorOutput)(\.|$)/;

/** `$states.result` and `$states.errorOutput` exist only in some fields; anywhere else they are undefined. */
function lintStates(state: State): Found[] {
  return expressionsOf(state).flatMap(({ field, source }) =>
    pathsOf(source).flatMap((path) => {
      const [root] = path.split('.');
      if (path !== '' && !KNOWN_PATHS.test(path)) {
        return [
          {
            field,
            message: `$states.${root} does not exist; there are input, context, result and errorOutput`,
          },
        ];
      }
      const isResultField = RESULT_TYPES.has(state.Type) && /^(Output|Assign)\b/.test(field);
      if (root === 'result' && !isResultField) {
        return [
          { field, message: '$states.result exists only in Output and Assign of a Task, Parallel or Map' },
        ];
      }
      if (root === 'errorOutput' && !field.startsWith('Catch')) {
        return [{ field, message: '$states.errorOutput exists only in a Catch' }];
      }
      return [];
    }),
  );
}

function pathsOf(source: string): string[] {
  return [...variablesOf(source).statesPaths];
}
