import { createHash } from 'node:crypto';
import { type DeskConfig, parseDeskConfig } from '../../core/config/desk-config.ts';
import { policySetOf } from '../../core/config/policies-of-config.ts';
import { DomainError } from '../../core/errors.ts';
import type { PolicySet } from '../../core/sla/policy-set.ts';
import { toInstant } from '../../core/time/instant.ts';
import type { ConfigEdition, ConfigSource, ConfigVersion } from '../../ports/config-source.ts';
import { type FakePorts, fakePorts, startOfTests, testConfig } from './fake-ports.ts';

const office = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]);
const every = (minutes: number) =>
  Object.fromEntries(['emergency', 'urgent', 'high', 'normal', 'low'].map((name) => [name, minutes]));

/** Promises of a small desk: crises around the clock, all else in office hours. */
export const promises = {
  calendars: {
    office: { timezone: 'Europe/London', hours: Object.fromEntries(office) },
    always: { timezone: 'UTC' },
  },
  ladders: {
    standard: {
      name: 'Standard',
      levels: [{ tier: 'lead', waitMinutes: 15, targets: [{ role: 'lead' }] }],
    },
  },
  policies: [
    {
      id: 'crisis',
      name: 'Crisis',
      match: { categories: ['self-harm', 'violence'] },
      calendar: 'always',
      targets: { 'emergency-ack': every(5), 'first-reply': every(30), 'keep-informed': every(120) },
      escalation: 'standard',
    },
    {
      id: 'standard',
      name: 'Standard',
      calendar: 'office',
      targets: { 'first-reply': every(240), 'total-resolution': every(2880) },
      escalation: 'standard',
    },
  ],
  departments: { legal: { name: 'Legal', email: 'legal@harborwatch.example', calendar: 'office' } },
};

export function configWith(parts: object): DeskConfig {
  return parseDeskConfig({ ...testConfig, ...parts });
}

/** Ports whose configuration promises something and can be published anew. */
export function promisedPorts(): FakePorts & { publishNext(parts: object): PolicySet } {
  const ports = fakePorts();
  const source = memoryConfig({
    config: configWith(promises),
    source: 'files',
    publishedBy: null,
    reason: null,
  });
  return {
    ...ports,
    config: source,
    publishNext: (parts) => source.add(edition(configWith({ ...promises, ...parts }))).policies,
  };
}

function edition(config: DeskConfig): ConfigEdition {
  return { config, source: 'console', publishedBy: 'sven-holt', reason: 'a change' };
}

function memoryConfig(first: ConfigEdition): ConfigSource & { add(next: ConfigEdition): ConfigVersion } {
  const versions: ConfigVersion[] = [];
  const add = (next: ConfigEdition): ConfigVersion => {
    const policies = policySetOf(next.config, (text) => createHash('sha256').update(text).digest('hex'));
    const version = {
      ...next,
      version: `config-${versions.length + 1}`,
      publishedAt: toInstant(startOfTests),
      policies,
    };
    versions.push(version);
    return version;
  };
  add(first);
  const current = () => versions.at(-1) as ConfigVersion;
  return {
    add,
    current: async () => current(),
    publish: async (next, { base } = {}) => {
      if (base !== undefined && base !== current().version)
        throw new DomainError('conflict', 'config.version-conflict', `${base} is no longer current`);
      return add(next);
    },
    publishedFiles: async () => null,
    get: async (name) => versions.find(({ version }) => version === name) ?? null,
    policies: async (name) => versions.find(({ policies }) => policies.version === name)?.policies ?? null,
  };
}
