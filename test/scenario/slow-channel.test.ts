import { expect, test } from 'vitest';
import { DeskBed } from './desk-bed.ts';

/** Nobody listens on the discard port: each call fails at once, and the workflow tries three times. */
const deadPager = {
  id: 'pager',
  channel: 'webhook' as const,
  url: 'http://127.0.0.1:9/',
  secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
};

test('a dead channel and its retries do not keep the next person waiting', async () => {
  await using desk = await DeskBed.start((config) => ({
    ...config,
    users: config.users.map((user) =>
      user.id === 'ana' ? { ...user, contacts: [...user.contacts, deadPager] } : user,
    ),
  }));
  await desk.mail({ subject: 'help', text: 'I am going to kill myself tonight. I have the pills here.' });
  await desk.fastForward('59s');
  expect(await desk.mailbox('ben@staff.example')).toHaveLength(0);
  await desk.fastForward('1s');
  expect(await desk.mailbox('ben@staff.example')).toHaveLength(1);
  const [page] = (await desk.desk.ports.store.listOpenPages({ limit: 1 })).items;
  const attempts = await desk.desk.ports.store.listAttempts(page?.id ?? '');
  expect(attempts.find(({ channel }) => channel === 'webhook')?.error).toBe(
    'the webhook could not be reached',
  );
});
