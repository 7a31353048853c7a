import { type DeskConfig, parseDeskConfig } from '../../core/config/desk-config.ts';

/**
 * Promises for a desk on virtual time. Office hours 09:00-17:00 UTC, closed on Monday 23 November 2026; crisis
 * around the clock. Cleo leads.
 */
export function withPromises(config: DeskConfig, change: Record<string, unknown> = {}): DeskConfig {
  const hours: [string, string][] = [['09:00', '17:00']];
  return parseDeskConfig({
    ...config,
    users: config.users.map((user) =>
      user.id === 'cleo' ? { ...user, roles: ['lead'], tier: 'lead' } : user,
    ),
    calendars: {
      office: {
        timezone: 'UTC',
        hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
        holidays: ['2026-11-23'],
      },
      payments: {
        timezone: 'UTC',
        hours: { mon: [['12:00', '16:00']], tue: [['12:00', '16:00']], wed: [['12:00', '16:00']] },
      },
    },
    ladders: {
      standard: {
        name: 'Standard',
        reminders: [{ beforeMinutes: 30, targets: [{ assignee: true }, { user: 'ana' }] }],
        levels: [
          { tier: 'agent', waitMinutes: 15, targets: [{ user: 'ana' }] },
          { tier: 'lead', waitMinutes: 30, targets: [{ role: 'lead' }] },
        ],
        repeatLastMinutes: 60,
      },
    },
    policies: [
      {
        id: 'crisis',
        name: 'Crisis',
        match: { categories: ['self-harm', 'threat-to-life'] },
        calendar: 'office',
        targets: {
          'emergency-ack': everyPriority(5),
          'first-reply': everyPriority(60),
          'next-reply': everyPriority(60),
          'keep-informed': everyPriority(240),
        },
        escalation: 'standard',
      },
      {
        id: 'standard',
        name: 'Standard',
        calendar: 'office',
        targets: {
          'emergency-ack': { emergency: 5 },
          'first-reply': { emergency: 30, urgent: 60, high: 120, normal: 240, low: 480 },
          'next-reply': { emergency: 30, urgent: 60, high: 120, normal: 240, low: 480 },
          'agent-work': everyPriority({ minutes: 1440, calendar: 'office' }),
          'total-resolution': everyPriority({ minutes: 1920, calendar: 'office' }),
          department: everyPriority(240),
        },
        escalation: 'standard',
        reopenGraceMinutes: 60,
      },
    ],
    departments: {
      payments: {
        name: 'Payments',
        email: 'payments@corp.example',
        calendar: 'payments',
        answerMinutes: 240,
      },
    },
    ...change,
  });
}

type Target = number | { readonly minutes: number; readonly calendar: string };

function everyPriority(target: Target): Record<string, Target> {
  return { emergency: target, urgent: target, high: target, normal: target, low: target };
}
