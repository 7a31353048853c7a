import { describe, expect, it } from 'vitest';
import { ackLinkToken } from '../../../app/ack-link.ts';
import { apiClient } from '../../fakes/api-client.ts';
import { startOfTests } from '../../fakes/fake-ports.ts';
import { addSampleCase, samplePageId } from '../../fakes/sample-case.ts';

async function desk() {
  const client = apiClient();
  await addSampleCase(client.ports);
  const link = (userId: string, expiresAt = startOfTests + 3_600_000) =>
    `/ack/${ackLinkToken({ id: samplePageId, userId, expiresAt }, client.ports.signer)}`;
  const state = () => client.ports.store.pages.get(samplePageId)?.state;
  return { ...client, link, state };
}

describe('an ack link', () => {
  it('shows on GET and HEAD, and changes nothing', async () => {
    const { call, link, state, ports } = await desk();
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET']) {
      const answer = await call(method, link('mara-lind'), { as: null });
      expect(answer.status).toBe(method === 'OPTIONS' ? 204 : 200);
    }
    expect(state()).toBe('open');
    expect(ports.answeredTasks).toEqual([]);
    expect(ports.store.cases.get('HW-7K3M9QZX')?.version).toBe(1);
  });

  it('is a page with one form, no script and nothing of the person in crisis', async () => {
    const { call, link } = await desk();
    const { text, headers } = await call('GET', link('mara-lind'), { as: null });
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-robots-tag']).toContain('noindex');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toMatch(
      /default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'/,
    );
    expect(text).not.toMatch(/<script|onclick|javascript:/i);
    expect(text.match(/<form method="post">/g)).toHaveLength(1);
    expect(text).toContain('lang="en"');
    expect(text).toContain('name="viewport"');
    expect(text).toContain(samplePageId);
    expect(text).toContain('self harm');
    expect(text).toContain('2026-11-22 10:23:00 UTC (1 minute ago)');
    expect(text).toContain('Mara Lind');
    for (const secret of ['kim@', 'Kim', 'cannot go on', 'workflow-secret'])
      expect(text).not.toContain(secret);
  });

  it('acknowledges on POST, whatever the form sends', async () => {
    const { call, link, ports } = await desk();
    const answer = await call('POST', `${link('mara-lind')}?utm_source=mail`, {
      as: null,
      rawBody: 'anything=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('You have it');
    expect(answer.text).not.toContain('<form');
    expect(ports.store.pages.get(samplePageId)?.ack).toMatchObject({ userId: 'mara-lind', via: 'link' });
    expect((await call('POST', link('mara-lind'), { as: null })).text).toContain('You have it');
  });

  it('tells the second who was first, and when', async () => {
    const { call, link } = await desk();
    await call('POST', link('mara-lind'), { as: null });
    for (const method of ['POST', 'GET']) {
      const { text } = await call(method, link('sven-holt'), { as: null });
      expect(text).toContain('Mara Lind was first');
      expect(text).toContain('2026-11-22 10:24:00 UTC');
      expect(text).not.toContain('<form');
    }
  });

  it('tells of a cancelled page', async () => {
    const { call, link } = await desk();
    await call('POST', `/api/pages/${samplePageId}/cancel`, { body: { reason: 'a drill' } });
    const { text } = await call('POST', link('sven-holt'), { as: null });
    expect(text).toContain('Mara Lind cancelled page');
  });

  it('that has expired says what to do instead, on both methods', async () => {
    const { call, link, state } = await desk();
    for (const method of ['GET', 'POST']) {
      const { status, text } = await call(method, link('mara-lind', startOfTests - 1000), { as: null });
      expect(status).toBe(410);
      expect(text).toContain('This link has expired');
      expect(text).toContain('href="https://desk.example"');
    }
    expect(state()).toBe('open');
  });

  it('that is forged is 404, in HTML, without an echo', async () => {
    const { call, link, state } = await desk();
    const good = link('mara-lind');
    const forged = [
      good.replace('mara-lind', 'sven-holt'),
      good.slice(0, -1),
      `${good}x`,
      '/ack/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
      '/ack/..',
    ];
    for (const url of forged.slice(0, 4)) {
      const { status, text } = await call('POST', url, { as: null });
      expect(status).toBe(404);
      expect(text).toContain('This link does not work');
      expect(text).not.toContain('alert(1)');
    }
    expect((await call('POST', `/ack/${'a'.repeat(600)}`, { as: null })).status).toBe(400);
    expect(state()).toBe('open');
  });

  it('keeps a name from breaking out of the page', async () => {
    const { ackPageResponse } = await import('../../../functions/api/ack-page.ts');
    const answer = await ackPageResponse(
      {
        title: '<img src=x onerror=alert(1)>',
        lead: '"><script>1</script>',
        facts: [['<b>', '</dd><script>']],
        button: null,
        link: { href: 'https://x/?a="b', text: '<i>' },
        tone: 'neutral',
      },
      200,
    );
    expect(await answer.text()).not.toMatch(/<script|<img|<i>|<b>|a="b/);
  });
});
