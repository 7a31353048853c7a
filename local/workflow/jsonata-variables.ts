import { compileJsonata } from './jsonata-expression.ts';

export interface ExpressionVariables {
  /** Names (without `$`) that the expression reads and does not bind itself, functions included. */
  free: Set<string>;
  /** What follows `$states.` directly: `input`, `context.Task.Token` and the like, as far as it is plain names. */
  statesPaths: Set<string>;
  /** What is read from the input document, of which Step Functions gives none; null when nothing is. */
  usesContext: string | null;
}

type Node = Record<string, unknown>;
interface Walk {
  found: ExpressionVariables;
  bound: ReadonlySet<string>;
  /** False where the context item is the (missing) input document. */
  hasContext: boolean;
}

/** By walking the syntax tree: what jsonata's own parser understood, not what a regular expression guesses. */
export function variablesOf(source: string): ExpressionVariables {
  const found: ExpressionVariables = { free: new Set(), statesPaths: new Set(), usesContext: null };
  walk(compileJsonata(source).ast(), { found, bound: new Set(), hasContext: false });
  return found;
}

function walk(value: unknown, at: Walk): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, at);
    return;
  }
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return;
  const node = value as Node;
  switch (node['type']) {
    case 'variable':
      readVariable(String(node['value']), at);
      walkRest(node, at);
      return;
    case 'name':
    case 'wildcard':
    case 'descendant':
      if (!at.hasContext) at.found.usesContext ??= `the path "${String(node['value'])}"`;
      walkRest(node, at);
      return;
    case 'path':
      walkPath(node, at);
      return;
    case 'block':
      walkBlock(node, at);
      return;
    case 'lambda': {
      const parameters = (node['arguments'] as Node[]).map((parameter) => String(parameter['value']));
      walk(node['body'], { ...at, bound: new Set([...at.bound, ...parameters]), hasContext: true });
      return;
    }
    case 'bind': {
      // A function may call itself by the name that it is bound to.
      const own = new Set([...at.bound, String((node['lhs'] as Node)['value'])]);
      walk(node['rhs'], { ...at, bound: own });
      return;
    }
    case 'transform':
      walkRest(node, { ...at, hasContext: true });
      return;
    default:
      walkRest(node, at);
  }
}

function readVariable(name: string, at: Walk): void {
  if (name === '$') at.found.usesContext ??= '$$';
  else if (name === '') at.found.usesContext ??= at.hasContext ? null : '$';
  else if (!at.bound.has(name)) at.found.free.add(name);
}

function walkPath(node: Node, at: Walk): void {
  const steps = node['steps'] as Node[];
  if (steps[0]?.['type'] === 'variable' && steps[0]['value'] === 'states') {
    const stop = steps.findIndex((step, index) => index > 0 && step['type'] !== 'name');
    const names = steps.slice(1, stop === -1 ? undefined : stop).map((step) => step['value'] as string);
    at.found.statesPaths.add(names.join('.'));
  }
  let here = at;
  for (const [index, step] of steps.entries()) {
    const names = [step['focus'], step['index']].filter((name): name is string => typeof name === 'string');
    if (names.length > 0) here = { ...here, bound: new Set([...here.bound, ...names]) };
    walk(step, index === 0 ? here : { ...here, hasContext: true });
  }
  walkRest(node, { ...here, hasContext: true }, 'steps');
}

function walkBlock(node: Node, at: Walk): void {
  let here = at;
  for (const expression of node['expressions'] as Node[]) {
    walk(expression, here);
    if (expression['type'] !== 'bind') continue;
    here = { ...here, bound: new Set([...here.bound, String((expression['lhs'] as Node)['value'])]) };
  }
}

const IN_CONTEXT = new Set(['stages', 'predicate', 'group']);

function walkRest(node: Node, at: Walk, except?: string): void {
  for (const [key, child] of Object.entries(node)) {
    if (key === except || typeof child !== 'object') continue;
    walk(child, IN_CONTEXT.has(key) ? { ...at, hasContext: true } : at);
  }
}
