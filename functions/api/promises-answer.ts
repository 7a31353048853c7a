import type { PolicyProblem } from '../../core/sla/policy-problem.ts';
import type { ConfigVersion } from '../../ports/config-source.ts';
import { namedRefs } from './named-refs.ts';
import type { AnswerBodies } from './schemas/answers.ts';

/** A configuration as the editor of promises sees it. */
export function promisesAnswer(
  { config, version, policies, publishedAt, publishedBy, source, reason }: ConfigVersion,
  problems: readonly PolicyProblem[],
): AnswerBodies['Promises'] {
  const { calendars, ladders, departments, crisisCategories } = config;
  return {
    version,
    policyVersion: policies.version,
    publishedAt,
    publishedBy,
    source,
    reason,
    promises: { calendars, ladders, policies: config.policies, departments },
    schedules: namedRefs(config.schedules),
    crisisCategories,
    problems,
  };
}
