/** DynamoDB's limit for one item, names and index keys included. */
export const itemLimitBytes = 400 * 1024;

/**
 * Bytes of an item as DynamoDB counts them: UTF-8 of names and strings, 21 for a number at most, 1 for a
 * Boolean or null, 3 and 1 an element for lists and maps. Source: "DynamoDB item sizes and formats".
 */
export function itemBytes(item: Readonly<Record<string, unknown>>): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(item))
    if (value !== undefined) bytes += Buffer.byteLength(name) + valueBytes(value);
  return bytes;
}

function valueBytes(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 21;
  if (value instanceof Uint8Array) return value.byteLength;
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + valueBytes(each) + 1, 3);
  if (typeof value === 'object' && value !== null)
    return itemBytes(value as Record<string, unknown>) + Object.keys(value).length + 3;
  return 1;
}

/** The field of an entity that takes most room in its JSON, for the error that refuses it. */
export function largestField(entity: object): { field: string; bytes: number } {
  let largest = { field: '', bytes: 0 };
  for (const [field, value] of Object.entries(entity)) {
    const bytes = Buffer.byteLength(JSON.stringify(value) ?? '');
    if (bytes > largest.bytes) largest = { field, bytes };
  }
  return largest;
}
