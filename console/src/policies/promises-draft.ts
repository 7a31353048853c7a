import type { Holiday } from '../../../core/calendar/holiday.ts';
import type { Hours } from '../../../core/calendar/hours.ts';
import type { Priority } from '../../../core/case/priority.ts';
import type { Ladder, LadderTarget, Tier } from '../../../core/escalation/ladder.ts';
import type { ClockName } from '../../../core/sla/clock-name.ts';
import type { PolicyMatch } from '../../../core/sla/policy.ts';

/** What somebody typed that is not (yet) a value: kept as it is, so that nothing typed is lost. */
export interface Unread {
  readonly unread: string;
  /** Why, and what to write instead. */
  readonly problem: string;
}

export type DraftMinutes = number | Unread;
export type DraftTarget = DraftMinutes | { readonly minutes: DraftMinutes; readonly calendar?: string };
export type DraftTargets = Readonly<
  Partial<Record<ClockName, Readonly<Partial<Record<Priority, DraftTarget>>>>>
>;

export interface DraftPolicy {
  readonly id: string;
  readonly name: string;
  readonly match: PolicyMatch;
  readonly calendar: string;
  readonly targets: DraftTargets;
  readonly warnings: readonly number[] | Unread;
  readonly escalation?: string;
  readonly reopenGraceMinutes: DraftMinutes;
}

export interface DraftCalendar {
  readonly timezone: string;
  /** Without it, open around the clock. */
  readonly hours?: Hours;
  readonly holidays?: readonly Holiday[];
  readonly versions?: readonly { readonly from: string; readonly hours?: Hours }[];
}

export interface DraftNotice {
  readonly targets: readonly LadderTarget[];
  readonly channels: Ladder['levels'][number]['channels'];
}

export interface DraftLadder {
  readonly name: string;
  readonly reminders: readonly (DraftNotice & { readonly beforeMinutes: DraftMinutes })[];
  readonly levels: readonly (DraftNotice & { readonly tier: Tier; readonly waitMinutes: DraftMinutes })[];
  readonly repeatLastMinutes?: DraftMinutes;
}

export interface DraftDepartment {
  readonly name: string;
  readonly email: string;
  readonly calendar?: string;
  readonly answerMinutes?: DraftMinutes;
}

/** The promises of a desk while somebody edits them: the shape of the configuration, with what is unread. */
export interface PromisesDraft {
  readonly policies: readonly DraftPolicy[];
  readonly calendars: Readonly<Record<string, DraftCalendar>>;
  readonly ladders: Readonly<Record<string, DraftLadder>>;
  readonly departments: Readonly<Record<string, DraftDepartment>>;
}

export function isUnread(value: unknown): value is Unread {
  return typeof value === 'object' && value !== null && 'unread' in value;
}

/** A target's minutes, whichever way it is written. */
export function minutesOf(target: DraftTarget): DraftMinutes {
  return typeof target === 'object' && 'minutes' in target ? target.minutes : target;
}

/** The calendar that a target names itself; undefined for none. */
export function calendarOfTarget(target: DraftTarget): string | undefined {
  return typeof target === 'object' && 'minutes' in target ? target.calendar : undefined;
}
