export const targetMinutes = 60;
export const mailDomain = 'bench.example';

/** A promise that every case has, around the clock, with no mark before it is due: one wake a clock. */
export const clockConfig: object = {
  desk: { name: 'Bench', mailDomain, fromName: 'Bench' },
  users: [
    {
      id: 'ana',
      name: 'Ana',
      email: 'ana@staff.example',
      roles: ['agent'],
      contacts: [{ id: 'mail', channel: 'email', address: 'ana@staff.example' }],
    },
  ],
  escalationPolicies: {
    emergency: { name: 'Emergency', steps: [{ targets: [{ user: 'ana' }], waitSeconds: 300 }] },
  },
  emergency: { policy: 'emergency' },
  calendars: { always: { timezone: 'UTC' } },
  policies: [
    {
      id: 'standard',
      name: 'Standard',
      calendar: 'always',
      warnings: [],
      targets: {
        'first-reply': Object.fromEntries(
          ['emergency', 'urgent', 'high', 'normal', 'low'].map((priority) => [priority, targetMinutes]),
        ),
      },
    },
  ],
};
