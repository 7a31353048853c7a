import { expect, it } from 'vitest';
import { apiClient } from '../../fakes/api-client.ts';
import { promisedPorts } from '../../fakes/promised-ports.ts';

it('tells every agent which departments can be asked, and nothing of their terms', async () => {
  const { call } = apiClient({ ports: promisedPorts() });
  const { departments } = (await call('GET', '/api/session')).json as { departments: unknown };
  expect(departments).toEqual([{ id: 'legal', name: 'Legal' }]);
});

it('tells editors of promises which schedules a ladder may name, by id where one has no name', async () => {
  const ports = promisedPorts();
  const timezone = 'Europe/Madrid';
  ports.publishNext({
    schedules: { primary: { name: 'First on call', timezone, layers: [] }, nights: { timezone, layers: [] } },
  });
  const { call } = apiClient({ ports });
  const { schedules } = (await call('GET', '/api/sla/promises')).json as { schedules: unknown };
  expect(schedules).toEqual([
    { id: 'primary', name: 'First on call' },
    { id: 'nights', name: 'nights' },
  ]);
});
