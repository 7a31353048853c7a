import { headerBlockLines, isSenderLine } from './header-block.ts';

const ORIGINAL =
  /original message|original appointment|reply message|original-?nachricht|urspr(?:ü|ue)ngliche (?:nachricht|e-?mail)|antwort nachricht|message d['’]origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk(?:e)? bericht|origine(?:el|le) bericht|originalmeddelande|ursprungligt meddelande|oprindelig (?:meddelelse|besked|mail)|opprinnelig melding|alkuperäinen viesti|oryginalna wiadomość|wiadomość oryginalna|pův(?:od)?ní zpráva|исходное сообщение|оригинальное сообщение|пересланное|вихідне повідомлення|orijinal (?:mesaj|ileti)|özgün ileti|eredeti üzenet|mesaj original|元のメッセージ|原始邮件|原始郵件|原郵件|邮件原件|원본 메(?:시|세)지|original email/iu;

const FORWARDED =
  /(?:begin )?forwarded (?:message|by|email)|weitergeleitete (?:nachricht|e-?mail)|anfang der weitergeleiteten|message transféré|message transmis|début du message (?:réexpédié|transféré)|mensaje reenviado|inicio del mensaje reenviado|mensagem (?:encaminhada|reencaminhada)|início da mensagem|messaggio inoltrato|inizio messaggio inoltrato|doorgestuurd bericht|begin doorgestuurd bericht|vidarebefordrat (?:meddelande|mejl)|videresendt (?:meddelelse|melding|besked)|välitetty viesti|przekazana wiadomość|wiadomość przekazana|přeposlaná zpráva|пересылаемое сообщение|пересланное сообщение|переслане повідомлення|iletilen (?:mesaj|ileti)|yönlendirilmiş ileti|továbbított üzenet|転送メッセージ|转发(?:的)?邮件|轉寄郵件|전달된 메(?:시|세)지/iu;

const RULED = /^[\s>*]{0,8}(?:[-‐‑_=*~—–]\s?){2,80}\s*(.{3,120}?)\s*(?:[-‐‑_=*~—–]\s?){2,80}:?\s*$/u;
const RULE = /^[\s>*]{0,8}[-‐‑_=*~—–]{3,200}\s*$/u;
/** Lotus Notes: "Sam---05/03/2024 10:00:21 AM---Shipping". */
const NOTES = /^[^-\d]{2,60}-{2,3}\d{1,4}[./-]\d{1,2}[./-]\d{2,4} \d{1,2}:\d{2}:\d{2}(?: [AP]M)?-{2,3}/u;

/**
 * The line or lines at `at` below which a program puts the message answered or forwarded ("-----Original
 * Message-----", a ruled header block, a bare header block), as a number of lines; 0 where there is none.
 */
export function separatorLines(lines: readonly string[], at: number): number {
  const line = (lines[at] ?? '').slice(0, 300);
  const ruled = RULED.exec(line)?.[1];
  if (ruled !== undefined && ruled.length <= 120) {
    if (FORWARDED.test(ruled) || ORIGINAL.test(ruled) || headerBelow(lines, at) > 0) return 1;
  }
  const bare = line.trim().replace(/^[>*\s]+|[:：*\s]+$/gu, '');
  if (bare.length <= 80) {
    if (/[:：]\s*\*?$/u.test(line) && startsWith(FORWARDED, bare)) return 1;
    if (startsWith(ORIGINAL, bare) && headerBelow(lines, at) > 0) return 1;
  }
  if (NOTES.test(line)) return 1;
  if (RULE.test(line)) return headerBelow(lines, at);
  return headerBlockLines(lines, at);
}

const startsWith = (pattern: RegExp, text: string): boolean => pattern.exec(text)?.index === 0;

const isBlankOrRule = (line: string | undefined): boolean =>
  line !== undefined && (line.trim() === '' || RULE.test(line.slice(0, 300)));

/** Lines from `at` to the end of a header block that follows it, blank lines and further rules between allowed. */
function headerBelow(lines: readonly string[], at: number): number {
  let next = at + 1;
  while (next < at + 7 && isBlankOrRule(lines[next])) next++;
  const block = headerBlockLines(lines, next);
  if (block > 0) return next + block - at;
  return isSenderLine(lines[next]) ? next + 1 - at : 0;
}
