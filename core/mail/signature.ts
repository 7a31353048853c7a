const MAX_SIGNATURE_LINES = 12;
const MAX_SIGN_OFF_LINES = 8;

const DELIMITER = /^\s*(?:--\s?|__+\s?|—|–|-- ?\*)\s*$/u;
const NAMED_DELIMITER = /^\s*--\s{0,2}\p{Lu}[\p{L}\p{M}.'’ -]{1,60}$/u;
const DASHED_NAME =
  /^\s*(?:[-–—~]|\/{1,2})\s?\p{Lu}[\p{L}\p{M}'’.-]{0,30}(?:\s\p{Lu}[\p{L}\p{M}'’.-]{0,30}){0,3}\s*$/u;
const STANDARD_DELIMITER = /^\s*--\s?$/u;
const RULE = /^\s*(?:_{10,}|-{10,}|={10,}|[—–]{5,}|~{3,})\s*$/u;
/** "him: I know the street": a label with words after it, not with a number or address. */
const SPOKEN = /^[\p{L} ]{1,20}:\s+(?!\+?[\d(]|\S+@|https?:|www\.)\S/u;
const CONTACT = /@|https?:|www\.|\+?\d[\d ()/-]{6,}|\b(?:unsubscribe|mailing list)\b/iu;
const PRONOUN = /\b(?:i|you|me|my|we|your|ich|du|je|yo|eu|io)\b/iu;
/** A logo, as programs write it in text: a Markdown image, `[cid:…]`, `[image: …]`. */
const IMAGE_ONLY = /^(?:!\[[^\]]{0,200}\]\(\S+\)|\[(?:cid|image|inline image|logo)\b[^\]]*\])$/iu;
/** What forges and lists write below a rule at the end of each notification. */
const NOTIFICATION =
  /^(?:reply to this e-?mail|you(?: are|'re) receiving this|to unsubscribe|unsubscribe|manage (?:your )?(?:notifications|subscription)|view (?:it|this) on)\b/iu;
const LINK_ONLY = /^\s*[<([]?https?:\/\/\S+[>)\]]?\s*$/u;

const SIGN_OFF = new RegExp(
  `^(?:${[
    '(?:with )?(?:my |our )?(?:very )?(?:best|kind|kindest|warm|warmest|many|with)(?: and \\w+)? regards',
    'regards',
    'rgds',
    'br',
    'kr',
    '(?:yours )?(?:very )?(?:sincerely|faithfully|truly|respectfully)(?: yours)?',
    'best wishes',
    'warm wishes',
    'all the best',
    'best',
    'cordially',
    'cheers',
    '(?:mit )?(?:freundliche[nmr]?|besten?|herzliche[nmr]?|viele[nmr]?|liebe[nmr]?|schöne[nmr]?|sonnige[nmr]?)(?: und \\w+)? gr(?:ü|ue)(?:ß|ss)en?',
    'mfg',
    'lg',
    'vg',
    'gru(?:ß|ss)',
    'gr(?:ü|ue)(?:ß|ss)e',
    'hochachtungsvoll',
    '(?:bien |très )?cordialement',
    '(?:sincères |meilleures )?salutations(?: distinguées)?',
    'bien à (?:vous|toi)',
    'cdlt',
    'bonne (?:journée|réception|soirée)',
    '(?:un )?(?:cordial(?:es)? )?saludos?(?: cordial(?:es)?)?',
    'atentamente',
    'atte',
    'cordialmente',
    'un abrazo',
    'atenciosamente',
    'att',
    '(?:com os )?(?:melhores |meus )?cumprimentos',
    'abraços?',
    'saudações',
    '(?:cordiali|distinti|migliori|i migliori|cari)? ?saluti',
    'cordialità',
    '(?:met )?(?:vriendelijke|hartelijke|beste|warme)? ?groet(?:en|jes)?',
    'mvg',
    'hoogachtend',
    '(?:med )?(?:vänlig(?:a)?|bästa|venlig(?:e)?|vennlig(?:e)?|de bedste|bedste|beste|mange)? ?(?:hälsning(?:ar)?|hilsen|hilsner)',
    'mvh',
    'vh',
    'dbh',
    'kh',
    '(?:ystävällisin |parhain )?terveisin',
    'pozdrawiam(?: serdecznie)?',
    'z poważaniem',
    'z powazaniem',
    'serdecznie pozdrawiam',
    's pozdravem',
    's přátelským pozdravem',
    's úctou',
    's pozdravom',
    'с уважением',
    'всего доброго',
    'з повагою',
    'saygılar(?:ımla|ımızla)?',
    'iyi çalışmalar',
    'üdvözlettel',
    '[üu]dv(?:[öo]zlettel|özlet)?',
    'tisztelettel',
    'cu stimă',
    'cu respect',
    'με εκτίμηση',
    '此致',
    '敬礼',
    '敬禮',
    '祝好',
    '敬具',
    '드림',
    'בברכה',
    'مع التحية',
  ].join('|')})$`,
  'iu',
);

const DEVICE =
  'iphone|iphon\\p{L}+|ipad\\p{L}*|ipod|ios|android\\p{L}*|galaxy|samsung|blackberry|cell|cellphone|huawei|xiaomi|redmi|oneplus|pixel|nokia|lumia|windows|mobile|phone|smartphone|tablet|device|outlook|e?-?mail|gmail|yahoo!?|proton ?mail|proton|spark|inbox|nine|blue ?mail|acompli|mailbox|airmail|sparrow|moto(?:rola)?|lg|htc|sony|xperia|verizon|at&t|t-mobile|sprint|kindle|macbook|mac|surface|handheld|handy|aol|zoho|thunderbird|gmx|web\\.de|telefon|móvil|celular|teléfono|téléphone|telefone|telefoon|mobil\\p{L}*|puhelime\\p{L}*|telefonu|смартфон\\p{L}*|телефон\\p{L}*|айфон\\p{L}*|wireless|skype|mail\\.ru|яндекс\\p{L}*';

/** An exclamation mark ends a footer only just after the device: what follows a device may be a cry for help. */
const DEVICE_LAST = new RegExp(`(?:^|[^\\p{L}])(?:${DEVICE})!$`, 'iu');

const DEVICE_FOOTER = [
  /^[Ss]ent from my (?:[A-Z0-9][\w-]*\s?){1,4}\.?$/u,
  /^sent (?:from|with|via|using) (?:superhuman|polymail|typeapp|fastmail|front|hey|edison|canary|mailspring|missive|shortwave|tutanota|tuta|fairemail|k-9 mail|newton|postbox|em client|mimestream|zimbra|roundcube)\b(?: \p{L}{1,12}){0,3}\s?(?:[<([][^<>()[\]]{0,200}[>)\]]?)?$/iu,
  /^\p{Lu}\p{L}{1,20} from mobile$/u,
  /^(?:from my|från min|fra min) (?:iphone|ipad|android|galaxy|phone|samsung|mobil)\b.{0,20}$/iu,
  new RegExp(
    `^sent (?:wirelessly )?(?:from|with|via|on|using|by)\\b.{0,60}?(?:^|[^\\p{L}])(?:${DEVICE})(?![\\p{L}]).{0,60}$`,
    'iu',
  ),
  new RegExp(
    `^(?:gesendet|von meinem|diese nachricht wurde von meinem|envoy[ée]e? |enviado |enviada |inviato |inviata |verzonden |verstuurd |skickat |sendt |lähetetty |wys[łl]an[eoay] |odesl[aá]n[oé] |odoslan[oé] |posl[aá]n[oé] |elküldve |отправлено |надіслано |trimis |küldve |poslano ).{0,60}?(?:${DEVICE}).{0,60}$`,
    'iu',
  ),
  new RegExp(
    `(?:${DEVICE})\\S{0,12}\\s?(?:gönderildi|から送信|에서 보냄|에서 전송|傳送|에서 보냈습니다).{0,20}$`,
    'iu',
  ),
  /^(?:发自我的|發自我的|从我的|從我的|发自|發自|나의 |내 ).{1,40}$/u,
  /^(?:get|download|hent|obtenez|obtenir|t[ée]l[ée]charge[rz]|obtener|obtenha o|baixar o|baixe o|descargar|obter o|obter|scarica|hanki|skaffa|få|získat|získejte|získajte|загрузите|завантажити|holen sie sich|laden sie|download|hämta|pobierz) ?outlook\b.{0,120}$/iu,
  /^(?:typed|written|composed) (?:with thumbs|on (?:my|a) (?:phone|mobile)).{0,60}$/iu,
  /^(?:please )?excuse (?:my |any |the )?(?:brevity|typos).{0,80}$/iu,
];

/** Lines before `end` that sign the mail rather than say something, as the index where they start; `end` for none. */
export function signatureStart(lines: readonly string[], end: number): number {
  return (
    footerStart(lines, end) ??
    delimitedStart(lines, end) ??
    dashedNameStart(lines, end) ??
    signOffStart(lines, end) ??
    end
  );
}

export function trimmedEnd(lines: readonly string[], from: number): number {
  let end = from;
  while (end > 0 && (lines[end - 1] ?? '').trim() === '') end--;
  return end;
}

/** "Sent from my iPhone" and its kin. The device must be named: "sent from my hospital bed" is a person's words. */
export function isDeviceFooter(line: string): boolean {
  const text = line
    .slice(0, 200)
    .trim()
    .replace(/^[*_\-–—<[("]+\s*|[*_\]>)".]+$/gu, '');
  return (
    text.length <= 140 &&
    !/[,;]\s\S+\s\S+\s\S+\s\S+\s\S+\s\S+\s\S+/u.test(text) &&
    DEVICE_FOOTER.some((pattern) => pattern.test(text)) &&
    !isSentence(text)
  );
}

/** "Sent from my phone because I …" goes on like a sentence. */
const isSentence = (text: string): boolean =>
  /\b(?:because|as|since|so|is|are|was|while|when|weil|porque|parce)\b.*\s\S+\s\S+/iu.test(text) ||
  /,\s?da\s/iu.test(text) ||
  text.endsWith('?') ||
  (text.endsWith('!') && !DEVICE_LAST.test(text));

/** A footer that is followed by words is left: they may be the writer's, typed below it. */
function footerStart(lines: readonly string[], end: number): number | null {
  for (let i = end - 1; i >= 0 && i >= end - 3; i--) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || LINK_ONLY.test(line.slice(0, 500))) continue;
    if (!isDeviceFooter(line)) return null;
    const above = trimmedEnd(lines, i);
    return above > 0 && DELIMITER.test(lines[above - 1] ?? '') ? above - 1 : i;
  }
  return null;
}

function delimitedStart(lines: readonly string[], end: number): number | null {
  const below: string[] = [];
  let start: number | null = null;
  for (let i = end - 1; i >= 0 && below.length <= MAX_SIGNATURE_LINES; i--) {
    const line = lines[i] ?? '';
    if (line.trim() === '') continue;
    if (delimits(line, below)) start = i;
    below.push(line.trim());
  }
  return start;
}

/**
 * RFC 3676 gives `-- ` no other meaning. A dash alone or a ruled line also divides what people write (a copied chat,
 * say), so what stands below it must look like a signature or a mailing list's footer.
 */
function delimits(line: string, below: readonly string[]): boolean {
  if (STANDARD_DELIMITER.test(line)) return true;
  if (NAMED_DELIMITER.test(line)) return below.length <= 6;
  if (/^\s*[-_]{2,}\s*$/u.test(line) && NOTIFICATION.test(below.at(-1) ?? '')) return true;
  if (!DELIMITER.test(line) && !RULE.test(line)) return false;
  const short = below.length <= 4 && below.every((text) => text.length <= 40 && looksSigned(text));
  return (
    below.every((text) => !SPOKEN.test(text)) &&
    (short || (below.every(looksSigned) && below.some((text) => CONTACT.test(text))))
  );
}

/** "-Maria" as the last paragraph: one dashed name. */
function dashedNameStart(lines: readonly string[], end: number): number | null {
  const last = lines[end - 1] ?? '';
  const above = lines[end - 2];
  return DASHED_NAME.test(last.slice(0, 200)) && above !== undefined && above.trim() === '' && end > 2
    ? end - 1
    : null;
}

function signOffStart(lines: readonly string[], end: number): number | null {
  let seen = 0;
  for (let i = end - 1; i > 0 && seen <= MAX_SIGN_OFF_LINES; i--) {
    const line = (lines[i] ?? '').trim();
    if (line === '') continue;
    if (isSignOff(line)) return trimmedEnd(lines, i) > 0 ? i : null;
    if (!looksSigned(line)) return null;
    seen++;
  }
  return null;
}

export function isSignOff(line: string): boolean {
  if (line.length > 90) return false;
  return line
    .replace(/^[*_]+|[*_]+$/gu, '')
    .split(/\s*\/\s*|\s+\|\s+/u)
    .every((part) => SIGN_OFF.test(part.replace(/[\s,.!;:–—-]+$/u, '').trim()));
}

/** A name, title, phone, address or link; prose is longer or ends like a sentence. */
function looksSigned(line: string): boolean {
  if (IMAGE_ONLY.test(line.slice(0, 2000)) || LINK_ONLY.test(line.slice(0, 2000))) return true;
  if (line.length > 90) return false;
  const words = line.split(/\s+/u).length;
  const title = /\s[@|]\s/u.test(line) && !PRONOUN.test(line);
  if (!title && /[.!?…]$/u.test(line) && words > 3 && !/\b(?:inc|ltd|co|corp|gmbh|s\.a|e\.v)\.$/iu.test(line))
    return false;
  return words <= 5 || /[@|•·/]|\d{3}|www\.|https?:/iu.test(line) || !PRONOUN.test(line);
}
