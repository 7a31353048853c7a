import { branchesOf, type DefinitionProblem } from './check-definition.ts';
import { expressionsOf } from './check-state.ts';
import { JSONATA_BUILTINS } from './jsonata-builtins.ts';
import { variablesOf } from './jsonata-variables.ts';
import type { Branch, State } from './state-machine.ts';

type Names = ReadonlySet<string>;

/** Every variable that some path through the machine reads before any state on it has assigned it. */
export function lintVariables(scope: Branch, outer: Names = new Set()): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const assigned = assignedBefore(scope, outer);
  for (const [name, state] of Object.entries(scope.States)) {
    const known = assigned.get(name);
    // Unreachable: the linter says so elsewhere.
    if (!known) continue;
    for (const { field, source } of expressionsOf(state)) {
      for (const variable of variablesOf(source).free) {
        if (variable === 'states' || known.has(variable) || JSONATA_BUILTINS.has(variable)) continue;
        problems.push({
          state: name,
          field,
          message: `$${variable} is not assigned on every path to this state`,
        });
      }
    }
    for (const { names, field } of leavesOf(state)) {
      for (const variable of names) {
        if (!outer.has(variable)) continue;
        problems.push({
          state: name,
          field,
          message: `$${variable} belongs to the outer scope, which is read-only here`,
        });
      }
    }
    for (const branch of branchesOf(state)) problems.push(...lintVariables(branch, known));
  }
  return problems;
}

/** By state: the variables that are assigned whichever way it is reached. Shrinks until nothing changes. */
function assignedBefore(scope: Branch, outer: Names): Map<string, Names> {
  const before = new Map<string, Names>([[scope.StartAt, outer]]);
  const changed = [scope.StartAt];
  for (let name = changed.pop(); name !== undefined; name = changed.pop()) {
    const state = scope.States[name];
    const here = before.get(name);
    if (!state || !here) continue;
    for (const { to, names } of leavesOf(state)) {
      if (to === undefined) continue;
      const arriving = new Set([...here, ...names]);
      const known = before.get(to);
      const next = known ? new Set([...known].filter((variable) => arriving.has(variable))) : arriving;
      if (known?.size === next.size) continue;
      before.set(to, next);
      changed.push(to);
    }
  }
  return before;
}

/** Each way out of a state, with the variables that it assigns on that way. */
function leavesOf(state: State): { to: string | undefined; names: string[]; field: string }[] {
  if (state.Type === 'Succeed' || state.Type === 'Fail') return [];
  const namesOf = (assign: Record<string, unknown> | undefined) => Object.keys(assign ?? {});
  if (state.Type === 'Choice') {
    return [
      ...state.Choices.map((rule, index) => ({
        to: rule.Next,
        names: namesOf(rule.Assign),
        field: `Choices[${index}].Assign`,
      })),
      { to: state.Default, names: namesOf(state.Assign), field: 'Assign' },
    ];
  }
  const catches = 'Catch' in state ? (state.Catch ?? []) : [];
  return [
    { to: state.Next, names: namesOf(state.Assign), field: 'Assign' },
    ...catches.map((rule, index) => ({
      to: rule.Next,
      names: namesOf(rule.Assign),
      field: `Catch[${index}].Assign`,
    })),
  ];
}
