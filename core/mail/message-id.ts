const MAX_IDS = 200;
/** RFC 5322 allows 998 characters a line; a longer id is an attack or a mistake, never an id of ours. */
const MAX_ID_LENGTH = 998;

/**
 * Message ids of an In-Reply-To, References or Message-ID value, in order, without duplicates, with
 * angle brackets. An id that came without brackets is given them. At most 200: the first and the last
 * ones, which are those that threading needs.
 */
export function messageIdsOf(value: string): string[] {
  const found = new Set<string>();
  for (const match of value.matchAll(/<([^<>]{1,2000})>/g)) {
    const id = (match[1] ?? '').replace(/\s+/g, '');
    if (id !== '' && id.length <= MAX_ID_LENGTH) found.add(`<${id}>`);
  }
  if (found.size === 0) {
    for (const token of value.slice(0, 20_000).split(/[\s,;<>"()]+/)) {
      if (/^[^@]+@[^@]+$/.test(token) && token.length <= MAX_ID_LENGTH) found.add(`<${token}>`);
    }
  }
  const ids = [...found];
  if (ids.length <= MAX_IDS) return ids;
  return [...ids.slice(0, MAX_IDS / 2), ...ids.slice(-MAX_IDS / 2)];
}

/** The single id of a Message-ID header, or null where it holds none. */
export function messageIdOf(value: string): string | null {
  const first = messageIdsOf(value)[0];
  if (first !== undefined) return first;
  const bare = value.replace(/[\s<>]+/g, '');
  return bare === '' || bare.length > MAX_ID_LENGTH ? null : `<${bare}>`;
}
