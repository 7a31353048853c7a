const hour = 3_600_000;

/** Zones with half-hour and two-hour shifts, that repealed, moved or doubled summer time, or skipped a day. */
export const zones = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'America/St_Johns',
  'America/Havana',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Europe/Istanbul',
  'Antarctica/Troll',
  'Asia/Beirut',
  'Asia/Tehran',
  'America/Santiago',
  'America/Caracas',
  'Asia/Pyongyang',
  'Europe/Volgograd',
];

/** Instants (epoch ms, to the second) at which the offset changes, found by asking Intl each day and halving. */
export function changesOf(zone: string, fromYear: number, toYear: number): number[] {
  const offset = offsetIn(zone);
  const found: number[] = [];
  let before = offset(Date.UTC(fromYear, 0, 1));
  for (let at = Date.UTC(fromYear, 0, 1); at < Date.UTC(toYear, 0, 1); at += 24 * hour) {
    const after = offset(at + 24 * hour);
    if (after === before) continue;
    let [low, high] = [at, at + 24 * hour];
    while (high - low > 1000) {
      const middle = low + Math.floor((high - low) / 2000) * 1000;
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    found.push(high);
    before = after;
  }
  return found;
}

/** The zone's distance from UTC in ms, from the name that Intl gives it. */
export function offsetIn(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' });
  return (at) => {
    const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const parts = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name);
    if (parts === null) throw new Error(`${zone}: ${name} is no offset`);
    const [, sign, hours, minutes, seconds] = parts;
    const ms = ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000;
    return sign === '-' ? -ms : ms;
  };
}
