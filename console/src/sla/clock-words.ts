import type { ClockName } from '../../../core/sla/clock-name.ts';
import type { ClockState } from '../../../core/sla/clock-state.ts';

/** What people call a promise, and what it promises. */
export const clockWords: Readonly<Record<ClockName, { readonly name: string; readonly hint: string }>> = {
  'emergency-ack': { name: 'Emergency answer', hint: 'A human takes an emergency on.' },
  'first-reply': { name: 'First reply', hint: 'A human answers the first message.' },
  'next-reply': { name: 'Next reply', hint: 'A human answers the oldest unanswered message.' },
  'keep-informed': { name: 'Keep informed', hint: 'They hear from us again after our last answer.' },
  department: { name: 'Department answer', hint: 'The department that was asked answers.' },
  'agent-work': { name: 'Our work', hint: 'Our own time on the case, without waiting for others.' },
  'first-resolution': { name: 'First resolution', hint: 'The case is solved for the first time.' },
  'total-resolution': { name: 'Resolution', hint: 'The case is solved, reopenings included.' },
};

/** `Next reply`, and `Next reply 3` from the second time on. */
export function nameOfClock({ clock, instance }: Pick<ClockState, 'clock' | 'instance'>): string {
  const { name } = clockWords[clock];
  return instance === 1 ? name : `${name} ${instance}`;
}

const minuteMs = 60_000;

/** A target or a sum as people say it: `4 h`, `1 h 30 min`, `45 s`; never in days, as a day has no fixed hours. */
export function sumWords(ms: number): string {
  const size = Math.abs(ms);
  if (size === 0) return '0 min';
  if (size < minuteMs) return `${Math.floor(size / 1000)} s`;
  const hours = Math.floor(size / (60 * minuteMs));
  const minutes = Math.floor((size % (60 * minuteMs)) / minuteMs);
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}
