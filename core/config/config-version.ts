/** JSON with keys sorted by code unit and no spaces (RFC 8785 for what YAML can hold); `undefined` left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    const members = entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError('a configuration holds a number that JSON cannot write');
  }
  return JSON.stringify(value) ?? 'null';
}

/**
 * The version of a configuration: the SHA-256 of its canonical JSON, hex, so that two which mean the same
 * have the same. `sha256` gives the hex digest of a text (core brings no cryptography).
 */
export function configVersionOf(config: unknown, sha256: (text: string) => string): string {
  return sha256(canonicalJson(config));
}
