import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEvent } from '../../../core/case/apply-event.ts';
import type { Case } from '../../../core/case/case.ts';
import { applySlaEvent, type SlaCase } from '../../../core/sla/sla-case.ts';
import { anyHistory } from '../sla/history-arbitrary.ts';

it('clocks see the same case as people do after every event of any history', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      let shown: Case | null = null;
      let facts: SlaCase | null = null;
      for (const event of history) {
        shown = applyEvent(shown, event);
        facts = applySlaEvent(facts, event);
        const { status, priority, category, tags, language, mergedInto, unansweredSince, flags } = shown;
        const isSpam = flags.includes('spam');
        const seen = { status, priority, category, tags, language, mergedInto, unansweredSince, isSpam };
        expect(facts).toMatchObject(seen);
      }
    }),
    { numRuns: 500 },
  );
});
