import { yearsWithoutHolidays } from '../calendar/years-without-holidays.ts';
import { checkPolicies } from '../sla/check-policies.ts';
import { error, type PolicyProblem, warning } from '../sla/policy-problem.ts';
import { checkDepartments } from './check-departments.ts';
import { checkLadders } from './check-ladders.ts';
import type { WrittenDeskConfig } from './desk-config.ts';

/** The promises of a configuration and what they name. */
export type PromisesInConfig = Pick<
  WrittenDeskConfig,
  'desk' | 'users' | 'schedules' | 'calendars' | 'ladders' | 'policies' | 'departments' | 'crisisCategories'
>;

/**
 * Everything about promises that the fields alone cannot tell, errors and warnings.
 * @param at epoch ms: calendars must open from then on. Null leaves out what depends on the time.
 */
export function promiseProblems(config: PromisesInConfig, at: number | null): PolicyProblem[] {
  const { calendars, ladders, policies, crisisCategories } = config;
  return [
    ...checkPolicies({ version: 'written', calendars, ladders, policies, crisisCategories }, at),
    ...[...checkLadders(config), ...checkDepartments(config, at)].map((detail) =>
      error(detail.field ?? '', detail.message),
    ),
    ...(at === null ? [] : holidaysThatRunOut(config, at)),
  ];
}

function holidaysThatRunOut({ calendars }: PromisesInConfig, at: number): PolicyProblem[] {
  return Object.entries(calendars).flatMap(([id, calendar]) =>
    yearsWithoutHolidays(calendar, at).map((year) =>
      warning(`calendars.${id}.holidays`, `has none in ${year}, so it counts them as working days; add them`),
    ),
  );
}
