import { compileJsonata } from './jsonata-expression.ts';
import { variablesOf } from './jsonata-variables.ts';

/** What is wrong with one JSONata source for Step Functions; empty when nothing is. */
export function checkExpression(source: string): string[] {
  try {
    compileJsonata(source);
  } catch (thrown) {
    return [`not JSONata: ${thrown instanceof Error ? thrown.message : describe(thrown)}`];
  }
  const { free, usesContext } = variablesOf(source);
  const problems: string[] = [];
  if (free.has('eval')) problems.push('$eval is not supported by Step Functions; use $parse for JSON text');
  if (usesContext !== null) {
    problems.push(
      `${usesContext} has nothing to refer to at the top level; start from $states or a variable`,
    );
  }
  return problems;
}

function describe(thrown: unknown): string {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) return String(thrown.message);
  return String(thrown);
}
