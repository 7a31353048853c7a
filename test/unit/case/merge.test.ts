import { describe, expect, it } from 'vitest';
import type { Case } from '../../../core/case/case.ts';
import { mergeFacts, newcomers, requireMergeable, requireNoOtherParty } from '../../../core/case/merge.ts';
import { fakePorts } from '../../fakes/fake-ports.ts';
import { addSampleCase } from '../../fakes/sample-case.ts';

const { case: sample } = await addSampleCase(fakePorts());
const plain = {
  ...sample,
  openPageId: null,
  priority: 'normal',
  category: 'other',
  emergency: false,
} as const;
const source: Case = { ...plain, id: 'HW-S0000000' };
const target: Case = { ...plain, id: 'HW-T0000000' };
const types = (facts: readonly { type: string }[]) => facts.map(({ type }) => type);

describe('a merge', () => {
  it('gives the case that goes on the graver priority and category, and never a lesser one', () => {
    const grave: Case = { ...source, priority: 'urgent', category: 'harassment' };
    const { target: facts } = mergeFacts({ source: grave, target }, 'same');
    expect(facts).toMatchObject([
      { type: 'case.priority-changed.v1', data: { from: 'normal', to: 'urgent' } },
      { type: 'case.category-changed.v1', data: { from: 'other', to: 'harassment' } },
      { type: 'case.merged-from.v1' },
    ]);
    const other = { source, target: { ...target, priority: 'urgent', category: 'violence' } as const };
    expect(types(mergeFacts(other, 'same').target)).toEqual(['case.merged-from.v1']);
    const atRisk: Case = { ...source, category: 'stalking-doxxing' };
    const parcel: Case = { ...target, category: 'shipping-damage' };
    expect(types(mergeFacts({ source: atRisk, target: parcel }, 'same').target)).toContain(
      'case.category-changed.v1',
    );
  });

  it('wakes the case that goes on only when somebody waits on the other', () => {
    const pair = { source: { ...source, unansweredSince: sample.createdAt }, target } as const;
    const solved: Case = { ...target, status: 'solved' };
    expect(types(mergeFacts({ ...pair, target: solved }, 'same').target)[0]).toBe('case.status-changed.v1');
    const silent = { source: { ...source, unansweredSince: null }, target: solved };
    expect(types(mergeFacts(silent, 'same').target)).toEqual(['case.merged-from.v1']);
  });

  it('wakes a solved case when one of somebody in danger goes on in it, though that one was answered', () => {
    const inDanger: Case = { ...source, category: 'self-harm', status: 'pending', unansweredSince: null };
    const solved: Case = { ...target, status: 'solved' };
    const [first] = mergeFacts({ source: inDanger, target: solved }, 'same').target;
    expect(first).toMatchObject({ type: 'case.status-changed.v1', data: { from: 'solved', to: 'open' } });
    const over: Case = { ...inDanger, status: 'solved' };
    expect(types(mergeFacts({ source: over, target: solved }, 'same').target)).not.toContain(
      'case.status-changed.v1',
    );
    const waits: Case = { ...target, status: 'pending' };
    expect(types(mergeFacts({ source: inDanger, target: waits }, 'same').target)).not.toContain(
      'case.status-changed.v1',
    );
  });

  it('keeps at most a hundred who take part', () => {
    const many = (name: string) => Array.from({ length: 80 }, (_, i) => `${name}-${i}@buyer.example`);
    const pair = {
      source: { ...source, participants: many('a') },
      target: { ...target, participants: many('b') },
    };
    const [fact] = mergeFacts(pair, 'same').target.slice(-1);
    expect(fact?.type === 'case.merged-from.v1' && fact.data.participants.length).toBe(100);
  });

  it('is refused for cases without a known requester, whose people may be two', () => {
    const nobody = { address: '', name: '' };
    const pair = { source: { ...source, requester: nobody }, target: { ...target, requester: nobody } };
    expect(() => requireMergeable(pair)).toThrow(/different people/);
  });

  it('is refused when it lets in somebody with a case of their own about the same matter', () => {
    const pair = { source: { ...source, participants: ['kim@buyer.example', 'max@b.example'] }, target };
    expect(newcomers(pair)).toEqual(['max@b.example']);
    const his: Case = { ...plain, id: 'HW-M0000000' };
    const refuse =
      (theirs: Case, of = pair) =>
      () =>
        requireNoOtherParty(of, 'max@b.example', [theirs]);
    expect(refuse({ ...his, linkedCaseIds: [target.id] })).toThrow(/HW-M0000000/);
    expect(refuse(his, { ...pair, target: { ...target, linkedCaseIds: [his.id] } })).toThrow(/parties/);
    expect(refuse(his)).not.toThrow();
  });
});
