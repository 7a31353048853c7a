/** Policy taxonomy of a case, most dangerous first: between signals of one level the earlier wins. */
export const CATEGORIES = [
  'self-harm',
  'threat-to-life',
  'child-safety',
  'violence',
  'threat-to-staff',
  'stalking-doxxing',
  'dangerous-goods',
  'account-takeover',
  'payment-fraud',
  'law-enforcement',
  'harassment',
  'impersonation',
  'prohibited-item',
  'off-platform',
  'counterfeit',
  'shill-bidding',
  'appeal',
  'privacy-request',
  'non-delivery',
  'shipping-damage',
  'other',
] as const;

export type Category = (typeof CATEGORIES)[number];

/** Most pressing first. */
export const PRIORITIES = ['emergency', 'urgent', 'high', 'normal', 'low'] as const;

export type Priority = (typeof PRIORITIES)[number];

/** Categories in which a person may be in danger: their signals reach a human even when suppressed. */
export const RISK_CATEGORIES: ReadonlySet<Category> = new Set<Category>([
  'self-harm',
  'threat-to-life',
  'child-safety',
  'violence',
  'threat-to-staff',
  'stalking-doxxing',
  'dangerous-goods',
]);

/** Negative when `a` presses more than `b`. */
export function comparePriority(a: Priority, b: Priority): number {
  return PRIORITIES.indexOf(a) - PRIORITIES.indexOf(b);
}
