export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What Step Functions measures payloads by: the bytes of the JSON text in UTF-8. */
export function sizeInBytes(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value), 'utf8');
}

export function isJsonObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
