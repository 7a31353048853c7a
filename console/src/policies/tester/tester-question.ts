import { readInstant } from '../../../../core/calendar/instant-text.ts';
import { isZoneId, zoneOf } from '../../../../core/calendar/zone.ts';
import type { Category } from '../../../../core/case/category.ts';
import type { Priority } from '../../../../core/case/priority.ts';
import type { Channel } from '../../../../core/sla/policy.ts';
import type { Question } from './foresee.ts';

/** What the tester is asked, as typed. */
export interface TypedQuestion {
  /** Local time in `timezone`, `2026-11-20T16:50`. */
  readonly created: string;
  readonly timezone: string;
  readonly channel: Channel;
  readonly category: Category;
  readonly priority: Priority;
  readonly language: string;
  readonly tags: string;
}

/** The question in the engine's terms; a sentence with the remedy when it is none. */
export function readQuestion(typed: TypedQuestion): Question | string {
  if (!isZoneId(typed.timezone)) return `"${typed.timezone}" is no time zone; choose another`;
  const at = readInstant(typed.created, zoneOf(typed.timezone));
  if (at === null) return 'Say when the case is created: a date and a time.';
  const { channel, category, priority } = typed;
  const tags = typed.tags.split(',').map((tag) => tag.trim());
  return {
    at: at.at,
    facts: {
      channel,
      category,
      priority,
      language: typed.language.trim() || null,
      tags: tags.filter((tag) => tag !== ''),
    },
  };
}

/**
 * The next Friday 16:50 in a zone, at or after `now` (epoch ms), as local time: late enough in the week to show
 * what closed hours do.
 */
export function nextFriday(timezone: string, now: number): string {
  const wall = zoneOf(timezone).wallAt(now);
  const midnight = Math.floor(wall / 86_400_000) * 86_400_000;
  const days = (5 - new Date(wall).getUTCDay() + 7) % 7;
  return new Date(midnight + days * 86_400_000 + (16 * 60 + 50) * 60_000).toISOString().slice(0, 16);
}

/** What the clock of a zone shows at `now`, as local time to the minute. */
export function localTimeIn(timezone: string, now: number): string {
  return new Date(zoneOf(timezone).wallAt(now)).toISOString().slice(0, 16);
}
