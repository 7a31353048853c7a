import { describe, expect, it } from 'vitest';
import { rise } from '../../../core/triage/rise.ts';
import { mergeOpinions } from '../../../core/triage/second-opinion.ts';
import type { Verdict } from '../../../core/triage/verdict.ts';

const verdict = (priority: Verdict['priority'], category: Verdict['category'] = 'other'): Verdict => ({
  priority,
  category,
  emergency: priority === 'emergency',
  signals: [],
  why: `It is ${priority}.`,
});

describe('rise', () => {
  it('opens a page on a first message that is an emergency', () => {
    expect(rise(undefined, verdict('emergency'))).toMatchObject({ rises: true, emergencyNow: true });
    expect(rise(undefined, verdict('high'))).toMatchObject({ rises: false, emergencyNow: false });
  });

  it('pages when a later message turns the case into an emergency', () => {
    expect(rise(verdict('normal'), verdict('emergency'))).toMatchObject({ rises: true, emergencyNow: true });
  });

  it('rises without paging below an emergency', () => {
    expect(rise(verdict('normal'), verdict('urgent'))).toMatchObject({ rises: true, emergencyNow: false });
  });

  it('never falls by a milder message', () => {
    expect(rise(verdict('emergency'), verdict('low'))).toMatchObject({ rises: false, emergencyNow: false });
  });

  it('pages when a human had lowered the case and danger comes back', () => {
    expect(rise({ priority: 'urgent', emergency: false }, verdict('emergency')).emergencyNow).toBe(true);
  });
});

describe('mergeOpinions', () => {
  it('lets a second opinion raise', () => {
    const merged = mergeOpinions(verdict('normal'), verdict('emergency', 'self-harm'));
    expect(merged).toMatchObject({ priority: 'emergency', emergency: true, category: 'self-harm' });
    expect(merged.why).toContain('raised this from normal');
  });

  it('never lets it lower', () => {
    const first = verdict('emergency', 'self-harm');
    expect(mergeOpinions(first, verdict('low'))).toEqual(first);
  });

  it('keeps an emergency that a second opinion flags under a milder priority', () => {
    const merged = mergeOpinions(verdict('urgent'), { ...verdict('high', 'violence'), emergency: true });
    expect(merged).toMatchObject({ priority: 'emergency', emergency: true });
  });
});
