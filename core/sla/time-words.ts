import type { Zone } from '../calendar/zone.ts';

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `Mon 2026-11-23 09:30`: what the zone's clock shows at an instant (epoch ms). */
export function momentOf(at: number, zone: Zone): string {
  const wall = zone.wallAt(at);
  return `${dayNames[new Date(wall).getUTCDay()]} ${dateOf(wall)} ${timeOf(wall)}`;
}

/** The date of wall ms, `2026-11-23`. */
export function dateOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}

/** The time of day of wall ms; seconds and below only where there are some. */
export function timeOf(wall: number): string {
  return new Date(wall)
    .toISOString()
    .slice(11, 23)
    .replace(/\.000$/, '')
    .replace(/:00$/, '');
}

/** `2 h 30 min`, `45 s`; 0 is `0 min`. */
export function lengthOf(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const seconds = (ms % 60_000) / 1000;
  const parts = [];
  if (hours > 0) parts.push(`${hours} h`);
  if (minutes > 0) parts.push(`${minutes} min`);
  if (seconds > 0 || parts.length === 0) parts.push(seconds > 0 ? `${seconds} s` : '0 min');
  return parts.join(' ');
}
