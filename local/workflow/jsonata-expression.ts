import jsonata from 'jsonata';
import type { Json } from './json.ts';

/** A string is JSONata when it starts with `{%` and ends with `%}`; anything else is a literal. */
export function jsonataSource(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('{%') || !value.endsWith('%}')) return undefined;
  return value.slice(2, -2).trim();
}

const compiled = new Map<string, jsonata.Expression>();

/** Throws jsonata's own error (code, position) when the source does not parse. */
export function compileJsonata(source: string): jsonata.Expression {
  const known = compiled.get(source);
  if (known) return known;
  const expression = jsonata(source);
  compiled.set(source, expression);
  return expression;
}

/** Every JSONata source inside a template, with the dotted field that holds it. */
export function jsonataIn(template: Json | undefined, field: string): { field: string; source: string }[] {
  const source = jsonataSource(template);
  if (source !== undefined) return [{ field, source }];
  if (Array.isArray(template))
    return template.flatMap((item, index) => jsonataIn(item, `${field}[${index}]`));
  if (typeof template !== 'object' || template === null) return [];
  return Object.entries(template).flatMap(([key, value]) => jsonataIn(value, `${field}.${key}`));
}
