import { decodeEntities } from './html-entities.ts';
import { attributeOf, type Tag, TagReader } from './html-tags.ts';
import { TextLines } from './text-lines.ts';

/** Characters read of an HTML body. */
export const MAX_HTML = 2_000_000;

const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'pre']);
const BLOCKS = new Set([
  'div',
  'tr',
  'table',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'form',
  'center',
  'address',
  'dl',
  'dt',
  'dd',
  'figure',
  'fieldset',
  'body',
  'html',
]);
const VOID = new Set([
  'br',
  'hr',
  'img',
  'input',
  'meta',
  'link',
  'col',
  'wbr',
  'area',
  'base',
  'embed',
  'source',
  'track',
]);
/** Elements whose content is not text for a reader, up to their closing tag. */
const UNREAD = new Set(['script', 'style', 'title', 'template', 'noscript', 'svg', 'object']);
const HIDDEN_STYLE = /(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i;
/** Outlook draws a line above the message answered, and has no other mark for it. */
const BORDER_ABOVE = /border-top\s{0,9}:\s{0,9}solid/i;

/**
 * Readable text of an HTML body: hidden elements, styles and scripts left out, block quotes marked with `> `, and a
 * rule where Outlook begins the message answered, so that quotations are told from new text. Reads tags as a stream,
 * so nesting of any depth hides no words. Where everything is hidden, the hidden text is given after all.
 */
export function htmlText(html: string): string {
  const source = html.slice(0, MAX_HTML);
  const shown = new HtmlReader(source, true).read();
  return shown === '' ? new HtmlReader(source, false).read() : shown;
}

class HtmlReader {
  readonly #html: string;
  readonly #tags: TagReader;
  readonly #hides: boolean;
  readonly #out = new TextLines();
  readonly #lists: number[] = [];
  readonly #unclosed = new Set<string>();
  #pre = 0;
  #link: { href: string; text: string } | null = null;
  /** The hidden element that we are in, and how many of its name are open. */
  #hidden: { name: string; open: number } | null = null;

  constructor(html: string, hides: boolean) {
    this.#html = html;
    this.#tags = new TagReader(html);
    this.#hides = hides;
  }

  read(): string {
    const html = this.#html;
    let textFrom = 0;
    for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
      const next = this.#markup(at);
      if (next.end === at + 1) {
        at++;
        continue;
      }
      this.#text(html.slice(textFrom, at));
      if (next.tag !== null) this.#tag(next.tag);
      at = textFrom = next.end;
    }
    this.#text(html.slice(textFrom));
    this.#endLink();
    return this.#out.toString();
  }

  /** Tag or comment at `at`; an `end` just after `at` says that it is neither. */
  #markup(at: number): { tag: Tag | null; end: number } {
    const html = this.#html;
    if (html.startsWith('<!--', at)) {
      const end = this.#find('-->', at + 4);
      return { tag: null, end: end < 0 ? at + 4 : end + 3 };
    }
    if (html[at + 1] === '!' || html[at + 1] === '?') {
      const end = this.#find('>', at);
      return { tag: null, end: end < 0 ? at + 2 : end + 1 };
    }
    const tag = this.#tags.read(at);
    if (tag === null) return { tag, end: at + 1 };
    if (tag.closing || !UNREAD.has(tag.name)) return { tag, end: tag.end };
    const close = this.#find(`</${tag.name}`, tag.end);
    return { tag: null, end: close < 0 ? tag.end : close };
  }

  /** Where `needle` is next, letter case aside; what is missing once is not looked for again. */
  #find(needle: string, from: number): number {
    if (this.#unclosed.has(needle)) return -1;
    const pattern = new RegExp(needle, 'gi');
    pattern.lastIndex = from;
    const found = pattern.exec(this.#html)?.index ?? -1;
    if (found < 0) this.#unclosed.add(needle);
    return found;
  }

  #text(raw: string): void {
    if (raw === '' || this.#hidden !== null) return;
    const text = decodeEntities(raw).replace(/[\u00a0\u202f]/g, ' ');
    if (this.#link !== null) this.#link.text += text.slice(0, 3000);
    if (this.#pre > 0) this.#out.preformatted(text);
    else this.#out.text(text);
  }

  #tag(tag: Tag): void {
    if (this.#hidden !== null) return this.#insideHidden(this.#hidden, tag);
    if (tag.closing) return this.#close(tag.name);
    const style = attributeOf(tag.attributes, 'style');
    if (
      this.#hides &&
      !VOID.has(tag.name) &&
      (HIDDEN_STYLE.test(style) || /\shidden(?:[\s=/]|$)/i.test(tag.attributes))
    ) {
      this.#hidden = { name: tag.name, open: 1 };
      return;
    }
    if (
      attributeOf(tag.attributes, 'id') === 'divRplyFwdMsg' ||
      (tag.name === 'div' && BORDER_ABOVE.test(style))
    ) {
      this.#out.rule();
    }
    this.#open(tag);
  }

  #insideHidden(hidden: { name: string; open: number }, { name, closing }: Tag): void {
    if (name !== hidden.name) return;
    hidden.open += closing ? -1 : 1;
    if (hidden.open === 0) this.#hidden = null;
  }

  #open({ name, attributes }: Tag): void {
    switch (name) {
      case 'br':
        return this.#out.lineBreak();
      case 'hr':
        return this.#out.rule();
      case 'blockquote':
        return this.#out.quote(1);
      case 'img':
        return this.#out.text(decodeEntities(attributeOf(attributes, 'alt').slice(0, 200)));
      case 'td':
      case 'th':
        return this.#out.text(' ');
      case 'li':
        return this.#item();
      case 'a':
        this.#endLink();
        this.#link = { href: decodeEntities(attributeOf(attributes, 'href')), text: '' };
        return;
    }
    if (name === 'pre') this.#pre++;
    if (name === 'ul' || name === 'ol') this.#lists.push(name === 'ol' ? 1 : 0);
    if (PARAGRAPHS.has(name)) this.#out.block(true);
    else if (BLOCKS.has(name)) this.#out.block(false);
  }

  #close(name: string): void {
    if (name === 'a') return this.#endLink();
    if (name === 'blockquote') return this.#out.quote(-1);
    if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1);
    if (name === 'ul' || name === 'ol') this.#lists.pop();
    if (PARAGRAPHS.has(name)) this.#out.block(true);
    else if (BLOCKS.has(name) || name === 'li') this.#out.block(false);
  }

  #item(): void {
    this.#out.block(false);
    const number = this.#lists.at(-1) ?? 0;
    if (number > 0) this.#lists[this.#lists.length - 1] = number + 1;
    this.#out.text(number > 0 ? `${number}. ` : '- ');
  }

  /** Where a link goes belongs to the evidence, unless its text says so already. */
  #endLink(): void {
    const link = this.#link;
    this.#link = null;
    if (link === null || !/^https?:/i.test(link.href)) return;
    const bare = (url: string): string =>
      url
        .trim()
        .replace(/^https?:\/\//i, '')
        .replace(/\/$/, '');
    if (bare(link.href) !== bare(link.text))
      this.#out.text(`${link.text.trim() === '' ? '' : ' '}<${link.href.slice(0, 2000)}>`);
  }
}
