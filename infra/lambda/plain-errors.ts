/**
 * The SDK registers a class and a schema for each error of a service, those of operations that we never call
 * included: 45 KB of the API. For an error that it does not know it throws the service's own exception with the
 * same name, message and fields. So an error that is nothing but a client's fault with fields of text need not be
 * registered. What stays: errors with lists or maps in them, under another name in the query protocol, the
 * server's fault, or marked for another try.
 * @param schemas a client's schemas_0.js
 * @param errors its models/errors.js
 */
export function withoutPlainErrors(schemas: string, errors: string): string {
  const retried = new Set(
    errors
      .split(/^export class /m)
      .filter((text) => text.includes('$retryable'))
      .map((text) => text.split(' ', 1)[0]),
  );
  return schemas.replace(plainError, (whole, schema: string, name: string) =>
    retried.has(name) ? whole : schema,
  );
}

const plainError =
  /^(export var (\w+)\$ = \[-3, n0, \w+,\s+\{ \[_e\]: _c(?:, \[_hE\]: 4\d\d)? \},\s+\[[\w, ]*\],\s+\[[0, ]*\]\s+\];\n)n0_registry\.registerError\(\2\$, \2\);\n/gm;
