/** What a record holds under a name that a person wrote, who may well write "constructor"; null for nothing. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, name: string): Value | null {
  return Object.hasOwn(record, name) ? (record[name] ?? null) : null;
}
