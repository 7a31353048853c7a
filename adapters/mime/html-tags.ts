export interface Tag {
  /** Lower case. */
  readonly name: string;
  readonly closing: boolean;
  /** What stands between the name and `>`. */
  readonly attributes: string;
  /** Index just after the tag. */
  readonly end: number;
}

/** An attribute value longer than this is taken for a forgotten quotation mark. */
const MAX_VALUE = 100_000;

const NAME = /[a-z][a-z0-9:-]{0,40}/iy;

/** Reads tags of one document from left to right, in time linear in its length. */
export class TagReader {
  readonly #html: string;
  readonly #last: Readonly<Record<'>' | '"' | "'", number>>;

  constructor(html: string) {
    this.#html = html;
    this.#last = { '>': html.lastIndexOf('>'), '"': html.lastIndexOf('"'), "'": html.lastIndexOf("'") };
  }

  /** The tag whose `<` is at `at`, or null where that `<` is only a character. */
  read(at: number): Tag | null {
    const html = this.#html;
    if (at > this.#last['>']) return null;
    const closing = html[at + 1] === '/';
    NAME.lastIndex = at + (closing ? 2 : 1);
    const name = NAME.exec(html)?.[0];
    if (name === undefined) return null;
    const from = NAME.lastIndex;
    const close = this.#closeOf(from);
    return { name: name.toLowerCase(), closing, attributes: html.slice(from, close), end: close + 1 };
  }

  /** Index of the `>` that ends a tag; one inside a quoted value does not. */
  #closeOf(from: number): number {
    const html = this.#html;
    const first = html.indexOf('>', from);
    let close = first;
    for (let at = from; ; ) {
      const quote = nextQuote(html, at, close);
      if (quote < 0) return close;
      const mark = html[quote] as '"' | "'";
      const end = quote < this.#last[mark] ? html.indexOf(mark, quote + 1) : -1;
      if (end < 0 || end - quote > MAX_VALUE || end > this.#last['>']) return first;
      at = end + 1;
      if (at > close) close = html.indexOf('>', at);
    }
  }
}

/** A quotation mark opens a value only after `=`. */
function nextQuote(html: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const character = html[at];
    if (
      (character === '"' || character === "'") &&
      /=\s{0,20}$/.test(html.slice(Math.max(from, at - 21), at))
    )
      return at;
  }
  return -1;
}

export function attributeOf(attributes: string, name: 'href' | 'alt' | 'style' | 'id'): string {
  if (attributes === '') return '';
  const match = ATTRIBUTES[name].exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}

const attribute = (name: string): RegExp =>
  new RegExp(
    `(?:^|[\\s"'/])${name}\\s{0,9}=\\s{0,9}(?:"([^"]{0,100000})"|'([^']{0,100000})'|([^\\s"'>]{1,5000}))`,
    'i',
  );

const ATTRIBUTES = {
  href: attribute('href'),
  alt: attribute('alt'),
  style: attribute('style'),
  id: attribute('id'),
};
