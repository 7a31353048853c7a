import type { Status } from '../case/status.ts';
import type { ClockName } from './clock-name.ts';
import type { SignalName } from './clock-signal.ts';

export interface ClockRule {
  readonly starts: readonly SignalName[];
  /** Only when a human did it. */
  readonly fulfilledBy: readonly SignalName[];
  readonly cancelledBy: readonly SignalName[];
  /** `after-end`: a start while an instance runs does not re-arm it. `each`: every start is one more. */
  readonly newInstance: 'never' | 'after-end' | 'each';
  /** The clock whose running instance takes this one's starts. */
  readonly waitsFor: ClockName | null;
  /** A solved or closed case starts none. */
  readonly onlyWhileUnsolved: boolean;
  readonly pausedIn: readonly Status[];
  /** `pause`: counts open time. `if-named`: only when the target names a calendar. `never`: around the clock. */
  readonly closedHours: 'pause' | 'if-named' | 'never';
  /** In crisis categories nothing pauses it, closed hours neither. */
  readonly neverPausesInCrisis: boolean;
  /** A fulfilled instance goes on when the case reopens, `with-grace` with some time left at least. */
  readonly reopen: 'stays-ended' | 'resumes' | 'resumes-with-grace';
}

const plain = {
  newInstance: 'never',
  waitsFor: null,
  onlyWhileUnsolved: false,
  pausedIn: [],
  neverPausesInCrisis: false,
  reopen: 'stays-ended',
} as const;

/** The table of clocks in docs/sla.md, as data. */
export const clockRules: Readonly<Record<ClockName, ClockRule>> = {
  'emergency-ack': {
    ...plain,
    starts: ['emergency'],
    fulfilledBy: ['acknowledged'],
    cancelledBy: ['page-cancelled'],
    newInstance: 'after-end',
    closedHours: 'never',
  },
  'first-reply': {
    ...plain,
    starts: ['inbound'],
    fulfilledBy: ['reply'],
    cancelledBy: ['spam', 'merged-away'],
    closedHours: 'pause',
  },
  'next-reply': {
    ...plain,
    starts: ['inbound'],
    fulfilledBy: ['reply'],
    cancelledBy: ['solved', 'merged-away'],
    newInstance: 'after-end',
    waitsFor: 'first-reply',
    closedHours: 'pause',
  },
  'keep-informed': {
    ...plain,
    starts: ['reply'],
    fulfilledBy: ['reply'],
    cancelledBy: ['solved'],
    newInstance: 'each',
    onlyWhileUnsolved: true,
    pausedIn: ['pending'],
    closedHours: 'if-named',
    neverPausesInCrisis: true,
  },
  department: {
    ...plain,
    starts: ['consult-sent'],
    fulfilledBy: ['consult-answered'],
    cancelledBy: ['consult-withdrawn'],
    newInstance: 'each',
    closedHours: 'pause',
  },
  'agent-work': {
    ...plain,
    starts: ['created'],
    fulfilledBy: ['solved'],
    cancelledBy: ['merged-away'],
    pausedIn: ['pending', 'on-hold'],
    closedHours: 'if-named',
    reopen: 'resumes',
  },
  'first-resolution': {
    ...plain,
    starts: ['created'],
    fulfilledBy: ['solved'],
    cancelledBy: ['merged-away'],
    pausedIn: ['pending'],
    closedHours: 'if-named',
  },
  'total-resolution': {
    ...plain,
    starts: ['created'],
    fulfilledBy: ['solved'],
    cancelledBy: ['merged-away'],
    pausedIn: ['pending'],
    closedHours: 'if-named',
    reopen: 'resumes-with-grace',
  },
};
