interface Named {
  readonly name?: string | undefined;
}

/** The ids of a part of the configuration with what people call them, and nothing else of it. */
export function namedRefs(items: Readonly<Record<string, Named>>): { id: string; name: string }[] {
  return Object.entries(items).map(([id, { name }]) => ({ id, name: name ?? id }));
}
