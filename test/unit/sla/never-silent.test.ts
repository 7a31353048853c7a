import { describe, expect, it } from 'vitest';
import { december, Story } from './story.ts';

const putTo = (dueAt: string) =>
  ({
    type: 'clock.due-overridden.v1',
    data: { clock: 'keep-informed', instance: 1, dueAt: december(dueAt), reason: 'on holiday' },
  }) as const;
/** Answered at 09:00: the next word is owed eight hours later. */
const answered = () => new Story('21T09:00').inbound('21T09:00').reply('21T09:00');

describe('a date that puts off the next word to somebody', () => {
  it('falls when the case turns out to be a crisis', () => {
    const story = answered().add('21T09:30', 'agent', putTo('28T09:00'));
    expect(story.clock('keep-informed')).toMatchObject({ dueAt: december('28T09:00') });
    story.triage('21T10:00', 'normal', 'self-harm');
    expect(story.clock('keep-informed')).toMatchObject({ dueAt: december('21T17:00'), override: null });
  });

  it('falls also where the clock stood still until then', () => {
    const story = answered().add('21T09:30', 'agent', putTo('28T09:00')).status('21T10:00', 'pending');
    story.triage('21T11:00', 'urgent', 'self-harm');
    expect(story.clock('keep-informed')).toMatchObject({
      state: 'running',
      dueAt: december('21T18:00'),
      override: null,
    });
  });

  it('is due at the moment of the change, and no earlier, where the time is used up by then', () => {
    const story = answered().add('21T09:30', 'agent', putTo('28T09:00'));
    story.triage('21T20:00', 'high', 'self-harm');
    expect(story.clock('keep-informed', '21T20:01')).toMatchObject({ breachedAt: december('21T20:00') });
  });

  it('holds where it is the earlier one', () => {
    const story = answered().add('21T09:30', 'agent', putTo('21T12:00'));
    story.triage('21T10:00', 'urgent', 'self-harm');
    expect(story.clock('keep-informed')).toMatchObject({
      dueAt: december('21T12:00'),
      override: { reason: 'on holiday' },
    });
  });

  it('holds in a case that is no crisis', () => {
    const story = answered().add('21T09:30', 'agent', putTo('28T09:00'));
    story.triage('21T10:00', 'urgent', 'payment-fraud');
    expect(story.clock('keep-informed')).toMatchObject({ dueAt: december('28T09:00') });
  });
});

describe('a crisis case that another one is merged into', () => {
  const mergedFrom = (unansweredSince: string | null) =>
    ({
      type: 'case.merged-from.v1',
      data: { fromCaseId: 'HW-00000002', unansweredSince, participants: [] },
    }) as const;
  /** Answered and solved: nobody is owed anything. */
  const solved = () => answered().triage('21T09:00', 'high', 'self-harm').status('21T10:00', 'solved');

  it('owes word to somebody again, though both had been answered', () => {
    const story = solved().status('21T11:00', 'open').add('21T11:00', 'agent', mergedFrom(null));
    expect(story.clock('keep-informed', null, 2)).toMatchObject({
      state: 'running',
      startedAt: december('21T11:00'),
      dueAt: december('21T19:00'),
    });
  });

  it('owes no second one while an answer or word is owed already', () => {
    const open = answered()
      .triage('21T09:00', 'high', 'self-harm')
      .add('21T11:00', 'agent', mergedFrom(null));
    expect(open.clocks().filter(({ clock }) => clock === 'keep-informed')).toHaveLength(1);
    const waiting = solved()
      .status('21T11:00', 'open')
      .add('21T11:00', 'agent', mergedFrom(december('21T10:30')));
    expect(waiting.clock('next-reply')).toMatchObject({ state: 'running' });
    expect(waiting.clocks().filter(({ clock }) => clock === 'keep-informed')).toHaveLength(1);
  });

  it('owes none while it is solved, or where it is no crisis', () => {
    const over = solved().add('21T11:00', 'agent', mergedFrom(null));
    expect(over.clocks().filter(({ clock }) => clock === 'keep-informed')).toHaveLength(1);
    const parcel = answered().status('21T10:00', 'solved').status('21T11:00', 'open');
    parcel.add('21T11:00', 'agent', mergedFrom(null));
    expect(parcel.clocks().filter(({ clock }) => clock === 'keep-informed')).toHaveLength(1);
  });
});
