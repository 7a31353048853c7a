export const durationHint = 'write a length such as 30 min, 4 h, 1 h 30 min or 2 d';

/**
 * `1 h 30 min` as minutes, 90; null when it is no length. Each unit once, the largest first; `1 d` is 24 h;
 * only minutes may have decimals. A bare number is refused: nobody knows its unit.
 */
export function readDuration(text: string): number | null {
  const shape = /^(?:(\d{1,4}) ?d)?(?: ?(\d{1,5}) ?h)?(?: ?(\d{1,6}(?:\.\d{1,6})?) ?min)?$/;
  const parts = shape.exec(text.trim());
  if (parts === null || parts[0] === '') return null;
  const [, days = '0', hours = '0', minutes = '0'] = parts;
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
}

/** Minutes as `30 min`, `4 h`, `1 h 30 min` or, when they are whole days, `2 d`: what `readDuration` reads. */
export function durationText(minutes: number): string {
  if (minutes >= 1440 && minutes % 1440 === 0) return `${minutes / 1440} d`;
  const hours = Math.floor(minutes / 60);
  const rest = Number((minutes - hours * 60).toFixed(6));
  const parts = [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''];
  return parts.filter((part) => part !== '').join(' ');
}

/** Why a text is no length, with the remedy. */
export function durationProblem(text: string): string {
  const given = text.trim().slice(0, 30);
  if (/^\d{1,6}$/.test(given)) return `"${given}" has no unit; write ${given} min, ${given} h or ${given} d`;
  return `"${given}" is no length of time; ${durationHint}`;
}
