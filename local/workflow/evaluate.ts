import type { Json } from './json.ts';
import { compileJsonata, jsonataSource } from './jsonata-expression.ts';
import { type FunctionSources, jsonataFunctions } from './jsonata-functions.ts';
import { StateError } from './state-error.ts';

/** What `$states` holds: docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
export interface StatesVariable {
  input: Json;
  context: Json;
  result?: Json;
  errorOutput?: Json;
}

export interface QueryScope extends FunctionSources {
  stateName: string;
  states: StatesVariable;
  variables: Record<string, Json>;
}

/** A template's strings `{% … %}` are replaced by their values; everything else stays as written. */
export async function evaluateTemplate(template: Json, field: string, scope: QueryScope): Promise<Json> {
  const source = jsonataSource(template);
  if (source !== undefined) return evaluateExpression(source, field, scope);
  if (Array.isArray(template)) {
    const items: Json[] = [];
    for (const [index, item] of template.entries()) {
      items.push(await evaluateTemplate(item, `${field}[${index}]`, scope));
    }
    return items;
  }
  if (typeof template !== 'object' || template === null) return template;
  const object: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(template)) {
    object[key] = await evaluateTemplate(value, `${field}/${key}`, scope);
  }
  return object;
}

async function evaluateExpression(source: string, field: string, scope: QueryScope): Promise<Json> {
  const bindings = { ...scope.variables, ...jsonataFunctions(scope), states: scope.states };
  let value: unknown;
  try {
    value = await compileJsonata(source).evaluate(undefined, bindings);
  } catch (thrown) {
    throw queryError(scope.stateName, source, field, describe(thrown));
  }
  // The text round trip drops what jsonata hangs on its sequences, and detaches the value from what it came from.
  const text = JSON.stringify(value, withoutFunctions) as string | undefined;
  if (text === undefined)
    throw queryError(scope.stateName, source, field, 'the expression returned nothing (undefined)');
  return JSON.parse(text) as Json;
}

/** jsonata's own functions are objects that hold its whole environment. */
function withoutFunctions(_key: string, value: unknown): unknown {
  const isFunction =
    typeof value === 'object' &&
    value !== null &&
    ('_jsonata_lambda' in value || '_jsonata_function' in value);
  return isFunction ? undefined : value;
}

function describe(thrown: unknown): string {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) {
    const code = 'code' in thrown ? ` (${String(thrown.code)})` : '';
    return `${String(thrown.message)}${code}`;
  }
  return String(thrown);
}

function queryError(stateName: string, source: string, field: string, why: string): StateError {
  return new StateError(
    'States.QueryEvaluationError',
    `The JSONata expression '${source}' of the field '${field}' in the state '${stateName}' failed: ${why}`,
  );
}
