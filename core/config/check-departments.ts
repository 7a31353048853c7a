import type { ErrorDetail } from '../errors.ts';
import { endlessTarget, someMonday } from '../sla/endless-target.ts';
import { didYouMean } from '../validation/did-you-mean.ts';
import { fieldPath } from '../validation/explain-issues.ts';
import { ownValue } from '../validation/own-value.ts';
import type { WrittenDeskConfig } from './desk-config.ts';

type Named = Pick<WrittenDeskConfig, 'desk' | 'departments' | 'calendars' | 'policies'>;

/**
 * Calendars that are not there, answers that would never be due, and addresses at which we would ask ourselves.
 * @param at epoch ms from which calendars are read.
 */
export function checkDepartments(config: Named, at: number | null): ErrorDetail[] {
  const { desk, departments, calendars, policies } = config;
  const known = Object.keys(calendars);
  const own =
    desk.mailDomain === undefined ? null : `${desk.supportAddress}@${desk.mailDomain}`.toLowerCase();
  return Object.entries(departments).flatMap(([id, { calendar, email, answerMinutes }]) => {
    const problems: ErrorDetail[] = [];
    if (calendar !== undefined && !known.includes(calendar)) {
      const message = `there is no calendar "${calendar}"${didYouMean(calendar, known)}`;
      problems.push({ field: fieldPath(['departments', id, 'calendar']), message });
    }
    if (email.toLowerCase() === own) {
      const message = `${email} is the desk's own address; give that of the department`;
      problems.push({ field: fieldPath(['departments', id, 'email']), message });
    }
    const counting = calendar === undefined ? policies.map((policy) => policy.calendar) : [calendar];
    const endless = counting
      .flatMap((name) => ownValue(calendars, name) ?? [])
      .map((counted) => endlessTarget(counted, answerMinutes ?? 1, at ?? someMonday))
      .find((problem) => problem !== null);
    if (endless !== undefined)
      problems.push({ field: fieldPath(['departments', id, 'answerMinutes']), message: endless });
    return problems;
  });
}
