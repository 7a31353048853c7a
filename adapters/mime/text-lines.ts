const RULE = '________________________________';

/** Lines of text as a reader of a page would see them, quoted lines marked with `> ` for each level. */
export class TextLines {
  readonly #lines: string[] = [];
  #current = '';
  #quoted = 0;

  /** Running text: white space collapses, as on a page. */
  text(text: string): void {
    const run = text.replace(/[ \t\r\n\f]+/g, ' ');
    this.#current += this.#current === '' || this.#current.endsWith(' ') ? run.trimStart() : run;
  }

  /** Text whose line breaks and blanks count. */
  preformatted(text: string): void {
    const [first = '', ...rest] = text.replace(/\r\n?/g, '\n').split('\n');
    this.#current += first;
    for (const line of rest) {
      this.lineBreak();
      this.#current += line;
    }
  }

  lineBreak(): void {
    const line = this.#current.trimEnd();
    const blanks = line === '' && this.#isBlank(1) && this.#isBlank(2);
    if (!blanks) this.#push(line);
    this.#current = '';
  }

  /** Begins a new line, with a blank one before it where `apart`. */
  block(apart: boolean): void {
    if (this.#current.trim() !== '') this.lineBreak();
    this.#current = '';
    if (apart && this.#lines.length > 0 && !this.#isBlank(1)) this.#push('');
  }

  rule(): void {
    this.block(true);
    if (!this.#lines.slice(-2).some((line) => line.endsWith(RULE))) this.#push(RULE);
  }

  quote(change: 1 | -1): void {
    this.block(change > 0);
    this.#quoted = Math.min(50, Math.max(0, this.#quoted + change));
    if (change < 0) this.block(true);
  }

  toString(): string {
    this.block(false);
    return this.#lines.join('\n').trim();
  }

  #push(line: string): void {
    const mark = '>'.repeat(this.#quoted);
    this.#lines.push(mark === '' ? line : `${mark} ${line}`.trimEnd());
  }

  #isBlank(back: number): boolean {
    const line = this.#lines.at(-back);
    return line === undefined ? this.#lines.length === 0 : line.replaceAll('>', '') === '';
  }
}
