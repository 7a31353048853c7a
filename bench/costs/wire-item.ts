/** An item as it goes over the wire: each value under its type. */
export type WireItem = Readonly<Record<string, WireValue>>;
export type WireValue = Readonly<Record<string, unknown>>;

/** Bytes as DynamoDB counts them. Source: "DynamoDB item sizes and formats" of its developer guide. */
export function wireBytes(item: WireItem): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(item)) bytes += Buffer.byteLength(name) + valueBytes(value);
  return bytes;
}

function valueBytes(value: WireValue): number {
  const [[type, inner] = ['', undefined]] = Object.entries(value);
  if (type === 'S') return Buffer.byteLength(String(inner));
  if (type === 'B') return Buffer.from(String(inner), 'base64').byteLength;
  if (type === 'N') return Math.ceil(String(inner).length / 2) + 1;
  if (type === 'BOOL' || type === 'NULL') return 1;
  if (type === 'L') return (inner as WireValue[]).reduce((sum, each) => sum + valueBytes(each) + 1, 3);
  if (type === 'M') return wireBytes(inner as WireItem) + Object.keys(inner as WireItem).length + 3;
  throw new Error(`the meter does not know how large a value of type ${type} is`);
}

/** The text of an attribute; empty when the item has none. */
export function textOf(item: WireItem, name: string): string {
  const text = item[name]?.S;
  return typeof text === 'string' ? text : '';
}
