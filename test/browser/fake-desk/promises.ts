import { type PolicySet, policySetSchema } from '../../../core/sla/policy-set.ts';

const crisis = ['self-harm', 'threat-to-life', 'child-safety', 'stalking-doxxing', 'violence'];
const everyday = [
  'harassment',
  'account-takeover',
  'off-platform',
  'counterfeit',
  'non-delivery',
  'shipping-damage',
  'shill-bidding',
  'impersonation',
  'appeal',
  'other',
];

/** The invented desk's promises. Requests for privacy are promised nothing: such a case must say so. */
export const promises: PolicySet = {
  version: '5f0c1d2ab3e49687',
  ...policySetSchema.parse({
    calendars: {
      office: {
        timezone: 'Europe/London',
        hours: Object.fromEntries(
          ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]),
        ),
        holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
      },
      watch: { timezone: 'Europe/London' },
    },
    ladders: {
      standard: {
        name: 'Standard',
        reminders: [{ beforeMinutes: 10, targets: [{ assignee: true }] }],
        levels: [
          { tier: 'agent', waitMinutes: 15, targets: [{ assignee: true }] },
          { tier: 'lead', waitMinutes: 30, targets: [{ role: 'lead' }] },
          { tier: 'head', waitMinutes: 60, targets: [{ role: 'head' }, { schedule: 'duty-manager' }] },
        ],
        repeatLastMinutes: 60,
      },
    },
    policies: [
      {
        id: 'crisis',
        name: 'People at risk',
        match: { categories: crisis },
        calendar: 'watch',
        targets: {
          'emergency-ack': { emergency: 5 },
          'first-reply': { emergency: 15, urgent: 30, high: 60, normal: 60, low: 60 },
          'next-reply': { emergency: 15, urgent: 30, high: 60, normal: 60, low: 60 },
          'keep-informed': { emergency: 120, urgent: 240, high: 480, normal: 480, low: 480 },
        },
        warnings: [50, 80],
        escalation: 'standard',
      },
      {
        id: 'everyday',
        name: 'Everyday',
        match: { categories: everyday },
        calendar: 'watch',
        targets: {
          'first-reply': { urgent: 60, high: 240, normal: { minutes: 480, calendar: 'office' }, low: 1440 },
          'next-reply': { urgent: 60, high: 240, normal: { minutes: 480, calendar: 'office' }, low: 1440 },
          'total-resolution': { urgent: 1440, high: 2880, normal: 7200, low: 10_080 },
        },
        warnings: [50, 80],
        reopenGraceMinutes: 60,
      },
    ],
  }),
};
