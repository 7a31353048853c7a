import fc from 'fast-check';

const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    '',
    '24:00',
    '25:00',
    '00:00',
    '2026-02-30',
    '9000-12-31T23:59',
    '1900-01-01',
    '2026-03-08T02:30',
    'UTC',
    'Pacific/Apia',
    -1,
    0,
    1,
    9000,
    1e300,
    [],
    {},
    null,
  ),
);

/** A JSON document with one or two of its values, however deep, replaced by odd ones. */
export function spoilt(document: unknown): fc.Arbitrary<unknown> {
  const paths = pathsIn(document, []);
  return fc
    .array(fc.tuple(fc.constantFrom(...paths), odd), { minLength: 1, maxLength: 2 })
    .map((changes) => changes.reduce((copy, [path, value]) => replace(copy, path, value), document));
}

function pathsIn(value: unknown, path: string[]): string[][] {
  const below = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path, ...below.flatMap(([key, item]) => pathsIn(item, [...path, key]))];
}

function replace(document: unknown, path: string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof document !== 'object' || document === null) return document;
  if (Array.isArray(document))
    return document.map((item, i) => (String(i) === key ? replace(item, rest, value) : item));
  return Object.fromEntries(
    Object.entries(document).map(([name, item]) => [name, name === key ? replace(item, rest, value) : item]),
  );
}
