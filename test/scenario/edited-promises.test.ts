import { expect, test } from 'vitest';
import { publishPromises } from '../../app/publish-promises.ts';
import { parseDeskConfig } from '../../core/config/desk-config.ts';
import { DeskBed } from './desk-bed.ts';

const promises = (minutes: number) => ({
  calendars: { always: { timezone: 'UTC' } },
  ladders: {},
  policies: [
    {
      id: 'standard',
      name: 'Standard',
      calendar: 'always',
      targets: { 'first-reply': { normal: minutes } },
    },
  ],
});

test('promises edited while the desk runs hold after a restart with the same files', async () => {
  await using bed = await DeskBed.start((config) => parseDeskConfig({ ...config, ...promises(60) }));
  const base = await bed.desk.ports.config.current();
  expect(base).toMatchObject({ source: 'files', policies: { policies: [{ id: 'standard' }] } });
  const input = { baseVersion: base.version, promises: promises(30), userId: 'ana', reason: 'faster' };
  const edited = await publishPromises(input, bed.desk.ports);
  await bed.restart();
  expect(await bed.desk.ports.config.current()).toEqual(edited);
  expect(await bed.desk.ports.config.policies(base.policies.version)).toEqual(base.policies);
});
