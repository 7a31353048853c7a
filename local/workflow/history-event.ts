import type { Json } from './json.ts';

/** One event as GetExecutionHistory shows it, except that the instant is epoch ms here. */
export interface HistoryEvent {
  id: number;
  previousEventId: number;
  at: number;
  type: string;
  /** The name of the details field, e.g. `stateEnteredEventDetails`; null for types that have none. */
  detailsKey: string | null;
  details: { [key: string]: Json };
}

const UNTRUNCATED = { truncated: false };

export function inputDetails(input: Json): { [key: string]: Json } {
  return { input: JSON.stringify(input), inputDetails: UNTRUNCATED };
}

export function outputDetails(output: Json): { [key: string]: Json } {
  return { output: JSON.stringify(output), outputDetails: UNTRUNCATED };
}

/** `TaskStateEntered` -> `stateEnteredEventDetails`, `TaskFailed` -> `taskFailedEventDetails`. */
export function detailsKeyOf(type: string): string {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}
