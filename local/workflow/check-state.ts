import { checkExpression } from './check-expression.ts';
import { integrationOf } from './integration.ts';
import { isJsonObject, type Json } from './json.ts';
import { jsonataIn, jsonataSource } from './jsonata-expression.ts';
import type { Catcher, Retrier, State, States, TaskState } from './state-machine.ts';
import { isTimestamp } from './wait-until.ts';

export interface DefinitionProblem {
  state?: string;
  field: string;
  message: string;
}
type Complaint = Omit<DefinitionProblem, 'state'>;

export function checkState(name: string, state: State, siblings: States): DefinitionProblem[] {
  return [
    ...checkMoves(state, siblings),
    ...checkOwnFields(state),
    ...('Retry' in state ? checkWildcards('Retry', state.Retry) : []),
    ...('Catch' in state ? checkWildcards('Catch', state.Catch) : []),
    ...expressionsOf(state).flatMap(({ field, source }) =>
      checkExpression(source).map((message) => ({ field, message })),
    ),
  ].map((complaint) => ({ state: name, ...complaint }));
}

/** Where a state can go, with the field that says so. */
export function movesOf(state: State): { field: string; to: string }[] {
  const moves: { field: string; to: string }[] = [];
  if ('Next' in state && state.Next !== undefined) moves.push({ field: 'Next', to: state.Next });
  if (state.Type === 'Choice') {
    for (const [index, rule] of state.Choices.entries())
      moves.push({ field: `Choices[${index}].Next`, to: rule.Next });
    if (state.Default !== undefined) moves.push({ field: 'Default', to: state.Default });
  }
  if ('Catch' in state) {
    for (const [index, rule] of (state.Catch ?? []).entries())
      moves.push({ field: `Catch[${index}].Next`, to: rule.Next });
  }
  return moves;
}

function checkMoves(state: State, siblings: States): Complaint[] {
  const complaints = movesOf(state)
    .filter(({ to }) => !(to in siblings))
    .map(({ field, to }) => ({ field, message: `there is no state "${to}" beside it` }));
  if (state.Type === 'Choice' || state.Type === 'Succeed' || state.Type === 'Fail') return complaints;
  if (state.Next === undefined && state.End === undefined) {
    complaints.push({ field: 'Next', message: 'missing: give Next, or End: true' });
  }
  if (state.Next !== undefined && state.End !== undefined) {
    complaints.push({ field: 'Next', message: 'Next and End exclude each other; remove one' });
  }
  return complaints;
}

function checkOwnFields(state: State): Complaint[] {
  if (state.Type === 'Task') return checkTask(state);
  if (state.Type !== 'Wait') return [];
  const given = [state.Seconds, state.Timestamp].filter((value) => value !== undefined);
  if (given.length !== 1) return [{ field: 'Seconds', message: 'give exactly one of Seconds and Timestamp' }];
  const { Timestamp: literal } = state;
  if (literal === undefined || jsonataSource(literal) !== undefined || isTimestamp(literal)) return [];
  return [
    { field: 'Timestamp', message: 'must be an RFC 3339 instant such as 2026-11-22T09:30:00Z, or JSONata' },
  ];
}

const ARGUMENTS = {
  'lambda-invoke': { required: ['FunctionName'], allowed: ['FunctionName', 'Payload'] },
  'start-execution': { required: ['StateMachineArn'], allowed: ['StateMachineArn', 'Name', 'Input'] },
};

function checkTask(state: TaskState): Complaint[] {
  const integration = integrationOf(state.Resource);
  if (!integration) {
    return [
      {
        field: 'Resource',
        message: `the integration ${state.Resource} is not implemented; use lambda:invoke (with or without .waitForTaskToken), a Lambda ARN or states:startExecution`,
      },
    ];
  }
  if (integration.kind === 'lambda-direct') return [];
  const { required, allowed } = ARGUMENTS[integration.kind];
  const given = state.Arguments;
  if (!isJsonObject(given))
    return [{ field: 'Arguments', message: `must be an object with ${required.join(', ')}` }];
  const complaints = Object.keys(given)
    .filter((key) => !allowed.includes(key))
    .map((key) => ({ field: `Arguments.${key}`, message: 'not implemented' }));
  for (const key of required) {
    if (given[key] === undefined) complaints.push({ field: `Arguments.${key}`, message: 'missing' });
  }
  const functionName = given['FunctionName'];
  if (integration.kind === 'lambda-invoke' && functionName !== undefined && !isLiteral(functionName)) {
    complaints.push({
      field: 'Arguments.FunctionName',
      message: 'must be a fixed name or placeholder: grants and bindings are made before anything runs',
    });
  }
  return complaints;
}

function isLiteral(value: Json): boolean {
  return typeof value === 'string' && value !== '' && jsonataSource(value) === undefined;
}

/** The States Language: States.ALL stands alone, and last. */
function checkWildcards(field: string, rules: (Retrier | Catcher)[] = []): Complaint[] {
  return rules.flatMap(({ ErrorEquals: names }, index) => {
    if (!names.includes('States.ALL')) return [];
    const at = `${field}[${index}].ErrorEquals`;
    const complaints: Complaint[] = [];
    if (names.length > 1) complaints.push({ field: at, message: 'States.ALL must stand alone' });
    if (index < rules.length - 1)
      complaints.push({ field: at, message: 'States.ALL must be in the last rule' });
    return complaints;
  });
}

/** Every JSONata expression of a state itself, not of the states inside its branches. */
export function expressionsOf(state: State): { field: string; source: string }[] {
  return Object.entries(state)
    .filter(([field]) => field !== 'Branches' && field !== 'ItemProcessor' && field !== 'Comment')
    .flatMap(([field, value]) => jsonataIn(value as Json, field));
}
