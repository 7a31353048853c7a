import { type DeskConfig, parseDeskConfig } from '../../core/config/desk-config.ts';

const person = (id: string) => ({
  id,
  name: `${id[0]?.toUpperCase()}${id.slice(1)} Example`,
  email: `${id}@staff.example`,
  roles: ['agent'],
  contacts: [
    { id: 'mail', channel: 'email', address: `${id}@staff.example` },
    { id: 'desk', channel: 'console' },
  ],
});

/** Three people; ana is on call by schedule, then ben, then everyone. One minute a step. */
export function testConfig(): DeskConfig {
  return parseDeskConfig({
    desk: { name: 'Test desk', mailDomain: 'desk.example', fromName: 'Trust & Safety' },
    users: [person('ana'), person('ben'), person('cleo')],
    schedules: { primary: { timezone: 'UTC', layers: [{ name: 'Always', users: ['ana'] }] } },
    escalationPolicies: {
      emergency: {
        name: 'Emergency',
        steps: [
          { targets: [{ schedule: 'primary' }], waitSeconds: 60 },
          { targets: [{ user: 'ben' }], waitSeconds: 60 },
        ],
        everyoneWaitSeconds: 60,
      },
    },
    emergency: { policy: 'emergency' },
  });
}
