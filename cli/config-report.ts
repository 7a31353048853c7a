import { createHash } from 'node:crypto';
import type { LoadedConfig } from '../adapters/config/load-config-folder.ts';
import { policySetOf } from '../core/config/policies-of-config.ts';
import type { ErrorDetail } from '../core/errors.ts';
import { gapsAhead } from '../core/oncall/gaps-ahead.ts';
import { toInstant } from '../core/time/instant.ts';
import { detailLine } from '../core/validation/explain-issues.ts';

interface ScheduleGap {
  readonly schedule: string;
  readonly from: string;
  readonly to: string;
}

/** What `config check --json` prints of a configuration that is in order. */
export interface ConfigReport {
  readonly users: number;
  readonly schedules: number;
  readonly escalationPolicies: number;
  /** The escalation policy of emergencies. */
  readonly emergency: string;
  readonly calendars: number;
  readonly ladders: number;
  readonly policies: number;
  readonly departments: number;
  readonly policyVersion: string;
  readonly gaps: readonly ScheduleGap[];
  readonly warnings: readonly ErrorDetail[];
}

/** @param now epoch ms. */
export function configReport({ config, warnings }: LoadedConfig, now: number): ConfigReport {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  return {
    users: config.users.length,
    schedules: Object.keys(config.schedules).length,
    escalationPolicies: Object.keys(config.escalationPolicies).length,
    emergency: config.emergency.policy,
    calendars: Object.keys(config.calendars).length,
    ladders: Object.keys(config.ladders).length,
    policies: config.policies.length,
    departments: Object.keys(config.departments).length,
    policyVersion: policySetOf(config, sha256).version,
    gaps: gapsAhead(config.schedules, now).map((gap) => ({
      schedule: gap.scheduleId,
      from: toInstant(gap.from),
      to: toInstant(gap.to),
    })),
    warnings,
  };
}

export function reportText(report: ConfigReport, path: string): string {
  const { users, schedules, escalationPolicies, emergency } = report;
  const { calendars, ladders, policies, departments, policyVersion, gaps, warnings } = report;
  const holds = `${users} users, ${schedules} schedules, ${escalationPolicies} escalation policies`;
  const promised = `${policies} policies, ${calendars} calendars, ${ladders} ladders, ${departments} departments`;
  const lines = [
    `ok: ${path} holds ${holds}; emergencies use "${emergency}"`,
    `promises: ${promised}; policy version ${policyVersion}`,
  ];
  if (gaps.length === 0) lines.push('on call: somebody on every schedule for the next 30 days');
  for (const gap of gaps) {
    lines.push(
      `warning: schedules.${gap.schedule}: nobody from ${gap.from} to ${gap.to}; add a layer or an override`,
    );
  }
  for (const warning of warnings) lines.push(`warning: ${detailLine(warning)}`);
  return `${lines.join('\n')}\n`;
}
