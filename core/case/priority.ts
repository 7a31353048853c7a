export const priorities = ['emergency', 'urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof priorities)[number];

/** 0 is the most urgent. Used as the first part of the queue's sort key. */
export function priorityRank(priority: Priority): number {
  return priorities.indexOf(priority);
}

export function moreUrgent(a: Priority, b: Priority): Priority {
  return priorityRank(a) <= priorityRank(b) ? a : b;
}

/** Negative when `a` presses more than `b`. */
export function comparePriority(a: Priority, b: Priority): number {
  return priorityRank(a) - priorityRank(b);
}
