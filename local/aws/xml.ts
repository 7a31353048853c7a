const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** One element with text; anything that would end or break it is escaped. */
export function element(name: string, text: string | number | boolean): string {
  const escaped = String(text)
    .replaceAll(/[&<>"]/g, (char) => ENTITIES[char] ?? char)
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f]/g, (char) => `&#x${char.charCodeAt(0).toString(16)};`);
  return `<${name}>${escaped}</${name}>`;
}

export function document(root: string, xmlns: string | null, content: string): string {
  const namespace = xmlns === null ? '' : ` xmlns="${xmlns}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${namespace}>${content}</${root}>`;
}
