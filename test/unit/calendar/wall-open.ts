import type { Calendar } from '../../../core/calendar/calendar.ts';

const dayMs = 86_400_000;
const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Minutes after midnight; 24:00 is 1440. */
function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** The openings of a weekday as wall ms after its midnight; one that does not end after it begins runs on. */
function openingsOf({ hours }: Calendar, weekday: number): [number, number][] {
  return (hours?.[names[weekday] ?? 'sun'] ?? []).map(([from, to]) => {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    return [start * 60_000, (end > start ? end : end + 1440) * 60_000];
  });
}

/**
 * A second opinion that knows nothing of zones: whether what the wall clock shows lies within the hours. True
 * but where the clock shows a time twice.
 */
export function isOpenOnWall(calendar: Calendar, wall: number): boolean {
  const weekday = new Date(wall).getUTCDay();
  const time = ((wall % dayMs) + dayMs) % dayMs;
  const within =
    (at: number) =>
    ([from, to]: [number, number]) =>
      from <= at && at < to;
  return (
    openingsOf(calendar, weekday).some(within(time)) ||
    openingsOf(calendar, (weekday + 6) % 7).some(within(time + dayMs))
  );
}

/** Every time of day at which some opening begins or ends, as wall ms after midnight. */
export function edgesOf(calendar: Calendar): number[] {
  const all = names.flatMap((_, weekday) => openingsOf(calendar, weekday).flat());
  return [...new Set(all.map((edge) => edge % dayMs))];
}
