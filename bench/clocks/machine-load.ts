import { loadavg } from 'node:os';

/** Of the last minute: what a figure is worth depends on who else was at work. */
export function machineLoad(): string {
  return `load ${loadavg()[0]?.toFixed(1)}`;
}
