import type { PolicySet } from '../sla/policy-set.ts';
import { configVersionOf } from './config-version.ts';
import type { DeskConfig } from './desk-config.ts';

/** The parts of a configuration that promise something. */
export type Promises = Pick<
  DeskConfig,
  'calendars' | 'ladders' | 'policies' | 'departments' | 'crisisCategories'
>;

/**
 * The promises of a configuration as a policy set. Its version is the content hash of these parts alone, 16
 * hex digits: a new rota or another name of a department makes no new version, to which nobody is pinned.
 */
export function policySetOf(promises: Promises, sha256: (text: string) => string): PolicySet {
  const { calendars, ladders, policies, crisisCategories } = promises;
  const terms = Object.entries(promises.departments).map(([id, { calendar, answerMinutes }]) => [
    id,
    { calendar, answerMinutes },
  ]);
  const content = {
    calendars,
    ladders,
    policies,
    departments: Object.fromEntries(terms),
    crisisCategories: crisisCategories.toSorted(),
  };
  const version = configVersionOf(content, sha256).slice(0, 16);
  return { version, calendars, ladders, policies, crisisCategories };
}
