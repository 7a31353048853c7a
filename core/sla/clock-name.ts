/** The promises that a case can carry, in the order in which people read them. */
export const clockNames = [
  'emergency-ack',
  'first-reply',
  'next-reply',
  'keep-informed',
  'department',
  'agent-work',
  'first-resolution',
  'total-resolution',
] as const;
export type ClockName = (typeof clockNames)[number];
