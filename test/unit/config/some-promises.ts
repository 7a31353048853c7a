/** Small valid promises for `aConfig`, fresh each time, for tests to spoil. */
export function somePromises() {
  const office = { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']], wed: [['09:00', '17:00']] };
  const every = (minutes: number) =>
    Object.fromEntries(['emergency', 'urgent', 'high', 'normal', 'low'].map((name) => [name, minutes]));
  return {
    calendars: {
      office: { timezone: 'Europe/London', hours: office, holidays: ['2026-12-25', '2027-12-27'] },
      always: { timezone: 'UTC' },
    } as Record<string, object>,
    ladders: {
      standard: {
        name: 'Standard',
        reminders: [{ beforeMinutes: 30, targets: [{ assignee: true }] as object[] }],
        levels: [
          {
            tier: 'agent',
            waitMinutes: 15,
            targets: [{ assignee: true }, { schedule: 'primary' }] as object[],
          },
          { tier: 'lead', waitMinutes: 15, targets: [{ role: 'lead' }] as object[] },
        ],
      },
    } as Record<string, object>,
    policies: [
      {
        id: 'crisis',
        name: 'Crisis',
        match: { categories: ['self-harm', 'violence'] },
        calendar: 'always',
        targets: { 'emergency-ack': { emergency: 5 }, 'first-reply': every(30) },
        escalation: 'standard',
      },
      {
        id: 'standard',
        name: 'Standard',
        match: {},
        calendar: 'office',
        targets: { 'emergency-ack': { emergency: 5 }, 'first-reply': every(240) },
        escalation: 'standard',
      },
    ] as Record<string, unknown>[],
    departments: {
      legal: { name: 'Legal', email: 'legal@tidewater.example', calendar: 'office', answerMinutes: 480 },
    } as Record<string, Record<string, unknown>>,
  };
}
