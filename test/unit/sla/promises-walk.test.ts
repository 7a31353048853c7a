import fc from 'fast-check';
import { test } from 'vitest';
import { DomainError } from '../../../core/errors.ts';
import { type Act, act, created, customer, mail, parts, perform } from './case-acts.ts';
import { expectPromisesKept } from './expect-promises-kept.ts';
import { type Fault, FaultyDesk } from './faulty-desk.ts';

const faults = fc.array(
  fc.constantFrom<Fault[]>(
    'none',
    'none',
    'none',
    'lost',
    'crash-before',
    'crash-after',
    'twice',
    'late',
    'overdue',
    'race',
    'race',
  ),
  { maxLength: 60 },
);

/** Answers, dates and priorities come in the middle of what timers do. */
const racing = ['take-on', 'priority', 'override', 'reply'] as const;

async function performIfAllowed(desk: FaultyDesk, each: Act): Promise<void> {
  await perform(desk, each).catch((error: unknown) => {
    if (!isRefusal(error)) throw error;
  });
}

/** What the desk says to a person who asks for what it does not do. */
function isRefusal(error: unknown): boolean {
  return error instanceof DomainError && error.kind !== 'unavailable';
}

test('whatever happens to a case and to its timers, nothing promised is lost, doubled or left to nobody', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 25 }), faults, async (acts, wrong) => {
      const desk = new FaultyDesk(wrong);
      desk.ports.publishNext(parts(60));
      let races = 0;
      desk.inTheMiddle = () =>
        performIfAllowed(desk, { kind: racing[races++ % racing.length] ?? 'reply', n: races, gapMinutes: 0 });
      await desk.act(customer, [created, mail]);
      for (const each of acts) {
        await desk.advanceTo(desk.now + each.gapMinutes * 60_000);
        await performIfAllowed(desk, each);
      }
      desk.heal();
      await desk.advanceTo(desk.now + 30 * 60_000);
      await desk.settle();
      const nothingLost = wrong.every((fault) => fault !== 'lost' && fault !== 'overdue');
      await expectPromisesKept(desk, nothingLost);
    }),
    { numRuns: 60 },
  );
});
