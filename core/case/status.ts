/** `pending` waits on the customer, `on-hold` on a department or a third party. */
export const statuses = ['new', 'open', 'pending', 'on-hold', 'solved', 'closed'] as const;
export type Status = (typeof statuses)[number];

/** The three lists an agent works from; each status is in exactly one. */
export const views = ['active', 'waiting', 'done'] as const;
export type View = (typeof views)[number];

export function viewOf(status: Status): View {
  if (status === 'new' || status === 'open') return 'active';
  if (status === 'pending' || status === 'on-hold') return 'waiting';
  return 'done';
}
