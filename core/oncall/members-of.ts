import type { Schedule } from './schedule.ts';

/** Everybody whom a layer names, each once, in the order in which they are written. */
export function membersOf(schedule: Schedule): string[] {
  return [...new Set(schedule.layers.flatMap((layer) => layer.users.flat()))];
}
