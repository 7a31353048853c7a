/** The policy taxonomy of the desk, most dangerous first: between signals of one level triage lets the earlier win. */
export const categories = [
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
export type Category = (typeof categories)[number];

/** Categories in which a person may be in danger: their signals reach a human even when suppressed. */
export const riskCategories: ReadonlySet<Category> = new Set<Category>([
  'self-harm',
  'threat-to-life',
  'child-safety',
  'violence',
  'threat-to-staff',
  'stalking-doxxing',
  'dangerous-goods',
]);
