import type { WrittenPromises } from '../../../console/src/policies/check-draft.ts';
import { namedCalendarsSchema } from '../../../core/calendar/named-calendars.ts';
import { ladderSchema } from '../../../core/escalation/ladder.ts';
import { policySchema } from '../../../core/sla/policy.ts';

const crisis = [
  'self-harm',
  'threat-to-life',
  'child-safety',
  'stalking-doxxing',
  'violence',
  'threat-to-staff',
];
const day = [['09:00', '17:00']];

/** Promises as an editor finds them: something of everything that can be written. */
export function writtenPromises(): WrittenPromises {
  return {
    calendars: namedCalendarsSchema.parse({
      office: {
        timezone: 'Europe/London',
        hours: {
          mon: day,
          tue: day,
          wed: [
            ['09:00', '12:30'],
            ['13:30', '17:00'],
          ],
          thu: day,
          fri: day,
        },
        holidays: [
          { date: '2026-12-24', name: 'Christmas Eve', hours: [['09:00', '12:00']] },
          { date: '2026-12-25', name: 'Christmas Day' },
          { from: '2026-12-28', to: '2027-01-01', name: 'Between the years' },
          '2027-03-26',
          { from: '2027-05-03T12:00', to: '2027-05-04T09:00', name: 'Moving day' },
        ],
        versions: [{ from: '2027-07-01', hours: { mon: day, tue: day, wed: day, thu: day } }],
      },
      nights: { timezone: 'Europe/Madrid', hours: { fri: [['20:00', '06:00']], sat: [['20:00', '06:00']] } },
      watch: { timezone: 'Europe/London' },
    }),
    ladders: {
      standard: ladderSchema.parse({
        name: 'Standard',
        reminders: [{ beforeMinutes: 30, targets: [{ assignee: true }] }],
        levels: [
          { tier: 'agent', waitMinutes: 15, targets: [{ assignee: true }], channels: ['console'] },
          { tier: 'lead', waitMinutes: 30, targets: [{ role: 'lead' }, { user: 'chidi' }] },
          { tier: 'head', waitMinutes: 60, targets: [{ schedule: 'leads' }] },
        ],
        repeatLastMinutes: 120,
      }),
    },
    policies: [
      policySchema.parse({
        id: 'crisis',
        name: 'People at risk',
        match: { categories: crisis },
        calendar: 'watch',
        targets: {
          'emergency-ack': { emergency: 5 },
          'first-reply': { emergency: 15, urgent: 30, high: 60, normal: 120, low: 240 },
          'next-reply': { emergency: 15, urgent: 30, high: 60, normal: 120, low: 240 },
          'keep-informed': { emergency: 60, urgent: 120, high: 240, normal: 480, low: 1440 },
        },
        escalation: 'standard',
      }),
      policySchema.parse({
        id: 'everyday',
        name: 'Everyday',
        calendar: 'office',
        targets: {
          'emergency-ack': { emergency: 5 },
          'first-reply': {
            emergency: { minutes: 15, calendar: 'watch' },
            urgent: { minutes: 60, calendar: 'watch' },
            high: 240,
            normal: 480,
            low: 960,
          },
          'next-reply': { emergency: 30, urgent: 60, high: 240, normal: 480, low: 960 },
          'total-resolution': { emergency: 1440, urgent: 2880, high: 5760, normal: 10_080, low: 20_160 },
        },
        escalation: 'standard',
        reopenGraceMinutes: 90,
      }),
    ],
    departments: {
      payments: { name: 'Payments', email: 'payments@desk.test', calendar: 'office', answerMinutes: 480 },
      legal: { name: 'Legal', email: 'legal@desk.test' },
    },
  };
}

/** For a desk that has written none. */
export function noPromises(): WrittenPromises {
  return { calendars: {}, ladders: {}, policies: [], departments: {} };
}
