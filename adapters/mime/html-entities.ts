import { convert } from 'html-to-text';

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  zwnj: '',
  zwj: '',
  shy: '',
  times: '×',
  deg: '°',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ucirc: 'û',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  aacute: 'á',
  ntilde: 'ñ',
  atilde: 'ã',
  otilde: 'õ',
  aring: 'å',
  oslash: 'ø',
  aelig: 'æ',
  iexcl: '¡',
  iquest: '¿',
};

/** The HTML Standard reads numbers 128 to 159 as windows-1252, because authors mean that. */
const windows1252 = new TextDecoder('windows-1252');
const rare = new Map<string, string>();
const unknown = new Set<string>();
const MAX_UNKNOWN = 200;

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));?/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED[name as string] ?? rareEntity(whole as string, name as string);
      return characterOf(decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal));
    },
  );
}

function characterOf(code: number): string {
  if (code >= 128 && code <= 159) return windows1252.decode(Uint8Array.of(code));
  if (code === 160) return ' ';
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

/** The library has the whole table of the HTML Standard; each name is asked for once, and few of those it has not. */
function rareEntity(whole: string, name: string): string {
  if (!whole.endsWith(';') || unknown.has(name)) return whole;
  let text = rare.get(name);
  if (text === undefined) {
    if (unknown.size >= MAX_UNKNOWN) return whole;
    text = convert(`<pre>${whole}</pre>`);
    if (text === whole) unknown.add(name);
    else rare.set(name, text);
  }
  return text;
}
