import type { Case } from '../../core/case/case.ts';
import { readItem } from './read-item.ts';
import type { StoredItem } from './table.ts';

/** What cases of before desks had promises were not stored with. */
const beforePromises: Pick<
  Case,
  'channel' | 'language' | 'tags' | 'mergedInto' | 'policyId' | 'policyVersion' | 'promise'
> = {
  channel: 'email',
  language: null,
  tags: [],
  mergedInto: null,
  policyId: null,
  policyVersion: null,
  promise: null,
};

export function readCase(item: StoredItem): Case {
  return { ...beforePromises, ...readItem<Case>(item, 'case') };
}
