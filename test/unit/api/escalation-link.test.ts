import { describe, expect, it } from 'vitest';
import { ackLinkToken } from '../../../app/ack-link.ts';
import { apiClient } from '../../fakes/api-client.ts';
import { startOfTests } from '../../fakes/fake-ports.ts';
import { addSampleCase, addSampleClocks, sampleCaseId, samplePageId } from '../../fakes/sample-case.ts';
import { byHand, lateClock, someEscalation } from '../escalation/some-escalation.ts';

const id = `${sampleCaseId}-E70`;
const reason = 'Kim wrote that she cannot go on';

async function desk() {
  const client = apiClient();
  const { store, signer } = client.ports;
  await addSampleCase(client.ports);
  const sla = await addSampleClocks(client.ports);
  const openedAt = new Date(startOfTests - 60_000).toISOString();
  const escalation = someEscalation({ id, caseId: sampleCaseId, openedAt, taskToken: 'workflow-secret' });
  const next = {
    ...sla,
    version: sla.version + 1,
    clocks: { ...sla.clocks, clocks: [{ ...lateClock, caseId: sampleCaseId }] },
    escalations: [
      escalation,
      { ...escalation, id: `${sampleCaseId}-E71`, cause: { ...byHand({ tier: 'lead' }), reason } },
    ],
  };
  await store.commit([{ kind: 'sla', next, expectedVersion: sla.version }]);
  const link = (userId: string, of = id, expiresAt = startOfTests + 3_600_000) =>
    `/ack/${ackLinkToken({ id: of, userId, expiresAt }, signer)}`;
  const state = () => store.slas.get(sampleCaseId)?.escalations[0]?.state;
  return { ...client, link, state };
}

describe('an ack link of an escalation', () => {
  it('shows on GET and HEAD which promise of which case it is, and changes nothing', async () => {
    const { call, link, state } = await desk();
    for (const method of ['HEAD', 'GET'])
      expect((await call(method, link('sven-holt'), { as: null })).status).toBe(200);
    const { text } = await call('GET', link('sven-holt'), { as: null });
    expect(text).toContain(`Escalation ${id}`);
    expect(text).toContain('first reply');
    expect(text).toContain('2026-11-23 12:00:00 UTC (late)');
    expect(text).toContain('2026-11-22 10:23:00 UTC (1 minute ago)');
    expect(text).toContain('Sven Holt, acknowledge');
    expect(text.match(/<form method="post">/g)).toHaveLength(1);
    expect(text).not.toMatch(/Kim|workflow-secret|cannot go on/);
    expect(state()).toBe('open');
  });

  it('keeps what a colleague wrote to the console', async () => {
    const { call, link } = await desk();
    const { status, text } = await call('GET', link('sven-holt', `${sampleCaseId}-E71`), { as: null });
    expect(status).toBe(200);
    expect(text).not.toMatch(/Kim|cannot go on/);
  });

  it('acknowledges on POST, tells the second who was first, and leaves the page of the case alone', async () => {
    const { call, link, state, ports } = await desk();
    expect((await call('POST', link('sven-holt'), { as: null })).text).toContain('You see to it');
    expect(state()).toBe('acknowledged');
    const second = await call('POST', link('mara-lind'), { as: null });
    expect(second.text).toContain('Sven Holt was first');
    expect(second.text).toContain('2026-11-22 10:24:00 UTC');
    expect(second.text).not.toContain('<form');
    expect(ports.store.pages.get(samplePageId)?.state).toBe('open');
  });

  it('says of one that ended by itself that nothing is to be done', async () => {
    const { call, link, ports } = await desk();
    const sla = ports.store.slas.get(sampleCaseId);
    if (!sla) throw new Error('no promises');
    const ended = { state: 'ended', ended: { at: sla.clocks.at, why: 'kept' } } as const;
    const escalations = sla.escalations.map((one) => ({ ...one, ...ended }));
    ports.store.slas.set(sampleCaseId, { ...sla, escalations });
    for (const method of ['GET', 'POST'])
      expect((await call(method, link('sven-holt'), { as: null })).text).toContain('This escalation is over');
  });

  it('that has expired, is forged or is of another kind does nothing', async () => {
    const { call, link, state, ports } = await desk();
    expect((await call('POST', link('sven-holt', id, startOfTests - 1000), { as: null })).status).toBe(410);
    const good = link('sven-holt');
    const page = ackLinkToken(
      { id: samplePageId, userId: 'sven-holt', expiresAt: startOfTests + 3_600_000 },
      ports.signer,
    );
    const swapped = `/ack/${page.replace(samplePageId, id)}`;
    for (const url of [good.replace('sven-holt', 'mara-lind'), good.slice(0, -1), swapped])
      expect((await call('POST', url, { as: null })).status).toBe(404);
    // A claim of a page signed for escalations, or the other way round, is not one of ours.
    const claim = `${samplePageId}.sven-holt.zzzzzzz`;
    const forged = `/ack/${claim}.${ports.signer.mac('escalation-ack-link', claim)}`;
    expect((await call('POST', forged, { as: null })).status).toBe(404);
    expect(state()).toBe('open');
    expect(ports.store.pages.get(samplePageId)?.state).toBe('open');
  });

  it('of an escalation that is no longer kept says so', async () => {
    const { call, link } = await desk();
    const { status, text } = await call('GET', link('sven-holt', `${sampleCaseId}-E1`), { as: null });
    expect(status).toBe(404);
    expect(text).toContain('Open the console');
  });
});
