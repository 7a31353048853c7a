/** A small valid configuration, fresh each time, for tests to spoil. */
export function aConfig() {
  return {
    desk: { name: 'Tidewater', fromName: 'Tidewater Help', mailDomain: 'tidewater.example' },
    users: [
      {
        id: 'ana',
        name: 'Ana Ruiz',
        email: 'ana@tidewater.example',
        roles: ['lead'],
        contacts: [{ id: 'mail', channel: 'email', address: 'ana@tidewater.example' }] as object[],
      },
      {
        id: 'ben',
        name: 'Ben Castell',
        email: 'ben@tidewater.example',
        roles: ['agent'],
        contacts: [{ id: 'desk', channel: 'console' }] as object[],
      },
    ],
    schedules: {
      primary: {
        name: 'Primary',
        timezone: 'Europe/London',
        layers: [{ users: ['ana', 'ben'], rotation: { type: 'weekly', start: '2026-01-05T09:00' } }],
      } as Record<string, unknown>,
    } as Record<string, Record<string, unknown>>,
    escalationPolicies: {
      urgent: {
        name: 'Urgent',
        steps: [
          { targets: [{ schedule: 'primary' }] as object[], waitSeconds: 60 },
          { targets: [{ user: 'ana' }] as object[], waitSeconds: 60 },
        ],
      } as Record<string, unknown>,
    } as Record<string, Record<string, unknown>>,
    emergency: { policy: 'urgent' },
  };
}
