/**
 * The SDK's generated schemas write `{ [_hH]: … }` with `_hH` a constant of the same file. A computed key may
 * have side effects for all that a bundler knows, so it keeps the schemas of every operation. With the same
 * key written out, it drops those that we never call: 60 KB of the S3 client alone.
 */
export function withLiteralKeys(source: string): string {
  const constants = new Map(
    [...source.matchAll(/^const (_\w+) = ("(?:[^"\\]|\\.)*");$/gm)].map(([, name = '', text = '']) => [
      name,
      text,
    ]),
  );
  return source.replace(/\[(_\w+)\]:/g, (whole, name: string) => {
    const text = constants.get(name);
    return text === undefined ? whole : `${text}:`;
  });
}
