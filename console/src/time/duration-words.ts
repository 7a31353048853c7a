const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The two largest units: `12 s`, `4 min`, `2 h 5 min`, `3 d 4 h`. Never negative. */
export function durationWords(ms: number): string {
  const left = Math.max(0, ms);
  if (left < minuteMs) return `${Math.floor(left / 1000)} s`;
  if (left < hourMs) return `${Math.floor(left / minuteMs)} min`;
  if (left < dayMs)
    return pair(Math.floor(left / hourMs), 'h', Math.floor((left % hourMs) / minuteMs), 'min');
  return pair(Math.floor(left / dayMs), 'd', Math.floor((left % dayMs) / hourMs), 'h');
}

/** `in 12 s`, `4 min ago`, `now` within two seconds either way. */
export function relativeWords(atMs: number, nowMs: number): string {
  const ms = nowMs - atMs;
  if (Math.abs(ms) < 2000) return 'now';
  return ms > 0 ? `${durationWords(ms)} ago` : `in ${durationWords(-ms)}`;
}

/** A difference between two recorded stamps: `+87 ms`, `+1.204 s`, `+3 min 2.000 s`. */
export function offsetWords(ms: number): string {
  const sign = ms < 0 ? '−' : '+';
  const size = Math.abs(ms);
  if (size < 1000) return `${sign}${size} ms`;
  const minutes = Math.floor(size / minuteMs);
  const seconds = ((size % minuteMs) / 1000).toFixed(3);
  return minutes === 0 ? `${sign}${seconds} s` : `${sign}${minutes} min ${seconds} s`;
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
