import { compile } from 'html-to-text';

const MAX_HTML = 2_000_000;
const SEPARATOR = '________________________________';

const skip = (...selectors: string[]) => selectors.map((selector) => ({ selector, format: 'skip' }));

const convert = compile({
  wordwrap: false,
  preserveNewlines: false,
  limits: { maxInputLength: MAX_HTML, maxDepth: 200, maxChildNodes: 20_000, ellipsis: ' …' },
  formatters: {
    // Outlook marks where the quoted message starts by an id or a border, which text has no sign for.
    separated: (elem, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 2 });
      builder.addLiteral(SEPARATOR);
      builder.closeBlock({ trailingLineBreaks: 1 });
      builder.openBlock({ leadingLineBreaks: 1 });
      walk(elem.children, builder);
      builder.closeBlock({ trailingLineBreaks: 1 });
    },
    alt: (elem, _walk, builder) => {
      const alt = (elem.attribs as Record<string, string> | undefined)?.['alt']?.trim() ?? '';
      if (alt !== '' && alt.length <= 200) builder.addInline(alt);
    },
    rule: (_elem, _walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 2 });
      builder.addLiteral(SEPARATOR);
      builder.closeBlock({ trailingLineBreaks: 2 });
    },
  },
  selectors: [
    ...skip(
      'head',
      'title',
      'style',
      'script',
      'noscript',
      'template',
      'object',
      'svg',
      'iframe',
      '[hidden]',
    ),
    ...skip(
      '[style*="display:none"]',
      '[style*="display: none"]',
      '[style*="visibility:hidden"]',
      '[style*="mso-hide:all"]',
    ),
    { selector: '*', format: 'inline' },
    ...[
      'div',
      'p',
      'section',
      'article',
      'header',
      'footer',
      'main',
      'form',
      'center',
      'address',
      'dl',
      'dd',
      'dt',
      'tr',
      'figure',
      'fieldset',
      'li',
    ].map((selector) => ({
      selector,
      format: 'block',
      options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
    })),
    { selector: 'p', format: 'paragraph', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      format: 'heading',
      options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 },
    })),
    { selector: 'table', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    {
      selector: 'a',
      format: 'anchor',
      options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true, linkBrackets: ['<', '>'] },
    },
    { selector: 'img', format: 'alt' },
    { selector: 'br', format: 'lineBreak' },
    { selector: 'hr', format: 'rule' },
    { selector: 'pre', format: 'pre', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'ul', format: 'unorderedList', options: { itemPrefix: '- ' } },
    { selector: 'ol', format: 'orderedList' },
    {
      selector: 'blockquote',
      format: 'blockquote',
      options: { leadingLineBreaks: 2, trailingLineBreaks: 2, trimEmptyLines: false },
    },
    { selector: 'div#divRplyFwdMsg', format: 'separated' },
    { selector: 'div[style*="border-top:solid"]', format: 'separated' },
    { selector: 'div[style*="border-top: solid"]', format: 'separated' },
  ],
});

/**
 * Readable text of an HTML body: hidden elements, styles and scripts left out, block quotes as `> `, and the
 * places where Outlook starts a quoted message as a line of underscores, so that quotes are told from new text.
 */
export function htmlText(html: string): string {
  const text = convert(html.slice(0, MAX_HTML)).replace(/[\u00a0\u202f]/g, ' ');
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}
