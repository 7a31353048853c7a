const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Obsolete zone names of RFC 5322 4.3, minutes east of UTC. An unknown name means `-0000`, that is UTC. */
const ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

const RFC_5322 =
  /^(?:[a-z]{2,9},?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]{0,6}\.?[\s-]+(\d{2,4}),?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d{1,9})?)?\s*([+-]\s?\d{1,2}:?\d{2}|[a-z]{1,5})?/i;
const ISO_8601 =
  /^(\d{4})-(\d{2})-(\d{2})[t\s](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s*([+-]\d{2}:?\d{2}|[a-z]{1,5})?/i;
const ASCTIME =
  /^[a-z]{3},?\s+([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d{2}):(\d{2})\s+(?:([a-z]{1,5}|[+-]\d{4})\s+)?(\d{4})/i;

/**
 * Epoch milliseconds of a Date header (RFC 5322, its obsolete forms, ISO 8601 and asctime), or null where
 * it is not a date. A value without a zone is UTC: the reader's own zone must never leak in.
 */
export function headerDate(value: string): number | null {
  const text = value
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  let m = RFC_5322.exec(text);
  if (m) return instant(fullYear(m[3] ?? ''), month(m[2] ?? ''), m[1], m[4], m[5], m[6], m[7]);
  m = ISO_8601.exec(text);
  if (m) return instant(Number(m[1]), Number(m[2]) - 1, m[3], m[4], m[5], m[6], m[7]);
  m = ASCTIME.exec(text);
  if (m) return instant(Number(m[7]), month(m[1] ?? ''), m[2], m[3], m[4], m[5], m[6]);
  return null;
}

function instant(
  year: number,
  monthIndex: number,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  zone: string | undefined,
): number | null {
  const [d, h, min, s] = [Number(day), Number(hour), Number(minute), Number(second ?? '0')];
  if (monthIndex < 0 || monthIndex > 11 || d < 1 || d > 31 || h > 24 || min > 59 || s > 60) return null;
  const at = Date.UTC(year, monthIndex, d, h, min, Math.min(s, 59)) - zoneMinutes(zone ?? '') * 60_000;
  return Number.isFinite(at) ? at : null;
}

function zoneMinutes(zone: string): number {
  const m = /^([+-])\s?(\d{1,2}):?(\d{2})$/.exec(zone);
  if (m) return (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3]));
  return ZONES[zone.toLowerCase()] ?? 0;
}

/** RFC 5322 4.3: two digits below 50 are 20xx, other two- and three-digit years count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length >= 4) return year;
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year;
}

const month = (name: string): number => MONTHS.indexOf(name.toLowerCase());
