/** The longest line of an iCalendar file, in octets without its end (RFC 5545, 3.1). */
const longestLine = 75;

/** TEXT (RFC 5545, 3.3.11) as one line for people: escapes read, line ends and control characters as spaces. */
export function readIcsText(value: string): string {
  return oneLine(
    value.replace(/\\([nN,;\\])/g, (_, char: string) => (char === 'n' || char === 'N' ? ' ' : char)),
  );
}

/** The opposite of `readIcsText`. Control characters are not allowed in a file, so they are spaces too. */
export function writeIcsText(text: string): string {
  return oneLine(text).replace(/[\\;,]/g, '\\$&');
}

/** A content line with its CRLF, folded between characters and never within one. */
export function writeIcsLine(name: string, value: string): string {
  let folded = '';
  let octets = 0;
  for (const char of `${name}:${value}`) {
    const width = octetsOf(char);
    if (octets + width > longestLine) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += char;
    octets += width;
  }
  return `${folded}\r\n`;
}

/** `20260105T090000Z`: whole seconds, what is finer is cut off. @param at epoch ms. */
export function writeIcsInstant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** In UTF-8. */
function octetsOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- such text is shown in terminals and explanations
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
}
