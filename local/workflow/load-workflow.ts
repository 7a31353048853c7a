import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { DomainError } from '../../core/errors.ts';
import { checkDefinition, type DefinitionProblem } from './check-definition.ts';
import type { StateMachine } from './state-machine.ts';

export interface LoadedWorkflow {
  name: string;
  machine: StateMachine;
  /** The definition as JSON, placeholders replaced. */
  definition: string;
  /** SHA-256 of `definition`: running executions keep the definition that they started with. */
  hash: string;
}

export interface WorkflowSource {
  name: string;
  /** Amazon States Language as YAML or JSON. */
  text: string;
  /** Placeholder name (without `${}`) -> what replaces it, as CDK's definitionSubstitutions. */
  substitutions?: Record<string, string>;
}

/** Throws a DomainError `workflow.definition-refused` naming state and field of everything that is not implemented. */
export function loadWorkflow({ name, text, substitutions = {} }: WorkflowSource): LoadedWorkflow {
  let parsed: unknown;
  try {
    parsed = parse(text);
  } catch (cause) {
    throw refused(name, [
      { field: '(file)', message: `not YAML: ${cause instanceof Error ? cause.message : String(cause)}` },
    ]);
  }
  const problems: DefinitionProblem[] = [];
  const replaced = substitute(parsed, substitutions, '', problems);
  if (problems.length > 0) throw refused(name, problems);
  const checked = checkDefinition(replaced);
  if (!checked.ok) throw refused(name, checked.problems);
  const definition = JSON.stringify(replaced);
  const hash = createHash('sha256').update(definition).digest('hex');
  return { name, machine: checked.machine, definition, hash };
}

export function loadWorkflowFile(
  name: string,
  path: string,
  substitutions: Record<string, string>,
): LoadedWorkflow {
  return loadWorkflow({ name, text: readFileSync(path, 'utf8'), substitutions });
}

function substitute(
  value: unknown,
  substitutions: Record<string, string>,
  field: string,
  problems: DefinitionProblem[],
): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{([A-Za-z0-9_]+)\}/g, (placeholder, key: string) => {
      const replacement = substitutions[key];
      if (replacement !== undefined) return replacement;
      problems.push({
        field,
        message: `nothing is bound to the placeholder ${placeholder}; add it to workflows/bindings.ts`,
      });
      return placeholder;
    });
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => substitute(item, substitutions, `${field}[${index}]`, problems));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      substitute(item, substitutions, field === '' ? key : `${field}.${key}`, problems),
    ]),
  );
}

function refused(name: string, problems: DefinitionProblem[]): DomainError {
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  const where = first?.state === undefined ? '' : `state "${first.state}", `;
  return new DomainError(
    'invalid',
    'workflow.definition-refused',
    `workflow ${name}: ${where}field ${first?.field}: ${first?.message}${more}`,
    {
      details: problems.map(({ state, field, message }) => ({
        field: state === undefined ? field : `${state}.${field}`,
        message,
      })),
    },
  );
}
