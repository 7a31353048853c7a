import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { composeMail } from '../../adapters/mime/compose-mail.ts';
import { parseMail } from '../../adapters/mime/parse-mail.ts';
import { type DeskConfig, parseDeskConfig } from '../../core/config/desk-config.ts';
import { policySetOf } from '../../core/config/policies-of-config.ts';
import { DomainError } from '../../core/errors.ts';
import type { DeskEvent } from '../../core/events/desk-event.ts';
import type { ConfigVersion } from '../../ports/config-source.ts';
import type { Connection } from '../../ports/connections.ts';
import type { IntakeJob } from '../../ports/intake-queue.ts';
import type { Ports } from '../../ports/ports.ts';
import { MemoryCaseStore } from './memory-case-store.ts';

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The ports of a desk that lives in this process's memory, and what came out of them. */
export interface FakePorts extends Ports {
  readonly store: MemoryCaseStore;
  readonly blobMap: Map<string, Uint8Array>;
  readonly logged: LogLine[];
  readonly enqueued: IntakeJob[];
  readonly connected: Map<string, Connection>;
  readonly pushed: { connectionId: string; message: unknown }[];
  /** Connections that are gone without having said so. */
  readonly gone: Set<string>;
  /** What other systems were told. */
  readonly published: DeskEvent[];
  readonly answeredTasks: { token: string; output: unknown }[];
  readonly time: { now: number };
}

export const startOfTests = Date.UTC(2026, 10, 22, 10, 24);

export const testConfig: DeskConfig = parseDeskConfig({
  desk: { name: 'Test desk', fromName: 'Test desk', supportAddress: 'help' },
  users: [
    user('mara-lind', 'Mara Lind', ['agent']),
    user('sven-holt', 'Sven Holt', ['lead']),
    user('ada-root', 'Ada Root', ['admin']),
    user('otto-read', 'Otto Read', ['auditor']),
  ],
  schedules: { primary: { timezone: 'UTC', layers: [{ users: ['mara-lind'] }] } },
  escalationPolicies: {
    emergency: {
      name: 'Emergencies',
      steps: [
        { targets: [{ schedule: 'primary' }], waitSeconds: 60 },
        { targets: [{ everyone: true }], waitSeconds: 60 },
      ],
      everyoneWaitSeconds: 120,
    },
  },
  emergency: { policy: 'emergency' },
});

function user(id: string, name: string, roles: readonly string[]) {
  const contacts = [
    { id: 'mail', channel: 'email', address: `${id}@harborwatch.example` },
    { id: 'screen', channel: 'console' },
  ];
  return { id, name, email: `${id}@harborwatch.example`, roles, contacts };
}

export function fakePorts(): FakePorts {
  const store = new MemoryCaseStore();
  const blobMap = new Map<string, Uint8Array>();
  const logged: LogLine[] = [];
  const enqueued: IntakeJob[] = [];
  const connected = new Map<string, Connection>();
  const pushed: { connectionId: string; message: unknown }[] = [];
  const gone = new Set<string>();
  const published: DeskEvent[] = [];
  const answeredTasks: { token: string; output: unknown }[] = [];
  const time = { now: startOfTests };
  const version: ConfigVersion = {
    version: 'test',
    publishedAt: '2026-11-22T10:00:00.000Z',
    source: 'files',
    publishedBy: null,
    reason: null,
    config: testConfig,
    policies: policySetOf(testConfig, (text) => createHash('sha256').update(text).digest('hex')),
  };
  const log =
    (level: LogLine['level']) =>
    (message: string, fields: Record<string, unknown> = {}) => {
      logged.push({ level, message, fields });
    };
  let count = 0;
  const mac = (purpose: string, text: string) =>
    createHmac('sha256', 'test').update(`${purpose}\0${text}`).digest('hex').slice(0, 26);
  return {
    store,
    blobMap,
    logged,
    enqueued,
    connected,
    pushed,
    gone,
    published,
    answeredTasks,
    time,
    blobs: {
      put: async (key, bytes) => void blobMap.set(key, bytes),
      get: async (key) => {
        const bytes = blobMap.get(key);
        if (!bytes) throw new DomainError('missing', 'blob.missing', `there is no blob ${key}`);
        return bytes;
      },
    },
    mailer: { send: async () => ({ providerMessageId: '<sent@provider.example>' }) },
    mimeReader: { parse: parseMail },
    mimeWriter: { compose: composeMail },
    workflows: {
      start: async () => 'started',
      succeedTask: async (token, output) => {
        answeredTasks.push({ token, output });
        return 'delivered';
      },
    },
    intakeQueue: { enqueue: async (job) => void enqueued.push(job) },
    connections: {
      save: async (connection) => void connected.set(connection.connectionId, connection),
      remove: async (connectionId) => void connected.delete(connectionId),
      list: async () => [...connected.values()],
    },
    push: {
      push: async (connectionId, message) => {
        if (gone.has(connectionId)) return 'gone';
        pushed.push({ connectionId, message });
        return 'sent';
      },
    },
    eventBus: { publish: async (events) => void published.push(...events) },
    channels: new Map(),
    signer: {
      mac,
      verify: (purpose, text, given) => {
        const expected = Buffer.from(mac(purpose, text));
        const actual = Buffer.from(given);
        return expected.byteLength === actual.byteLength && timingSafeEqual(expected, actual);
      },
    },
    config: {
      current: async () => version,
      publish: async () => version,
      publishedFiles: async () => null,
      get: async () => version,
      policies: async (name) => (name === version.policies.version ? version.policies : null),
    },
    clock: { now: () => time.now },
    ids: {
      caseId: () => `HW-${String(++count).padStart(8, '0')}`,
      ulid: () => String(++count).padStart(26, '0'),
      secret: () => `secret-${++count}`,
    },
    log: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
    publicUrl: 'https://desk.example',
    mailDomain: 'harborwatch.example',
  };
}
