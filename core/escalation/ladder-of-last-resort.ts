import type { Ladder, Level } from './ladder.ts';

const everyWay: Level['channels'] = ['console', 'email', 'webhook'];

/**
 * For escalations of cases whose policy names no ladder: leads first, a quarter of an hour later everyone, again
 * and again until somebody answers. Its top asks `everyone`, which a ladder as written cannot.
 */
export const ladderOfLastResort: Ladder = {
  name: 'Last resort',
  reminders: [],
  levels: [
    { tier: 'lead', waitMinutes: 15, targets: [{ role: 'lead' }], channels: everyWay },
    { tier: 'head', waitMinutes: 15, targets: [{ role: 'head' }], channels: everyWay },
  ],
  repeatLastMinutes: 15,
};
