import type { Case } from '../../../core/case/case.ts';
import type { Attempt } from '../../../core/page/attempt.ts';
import type { Page } from '../../../core/page/page.ts';
import type { Person } from './person.ts';

export interface PageItem {
  readonly page: Page;
  readonly attempts: readonly Attempt[];
  readonly case: Pick<Case, 'id' | 'subject' | 'priority' | 'category'>;
}

export interface AckOutcome {
  readonly outcome: 'acknowledged' | 'already-acknowledged' | 'cancelled';
  readonly by: Person;
  readonly at: string;
  readonly page: Page;
}
