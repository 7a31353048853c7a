import { describe, expect, it } from 'vitest';
import { parseDeskConfig } from '../../../core/config/desk-config.ts';
import { DomainError } from '../../../core/errors.ts';
import { aConfig } from './a-config.ts';

type Config = ReturnType<typeof aConfig>;

function problemsOf(raw: unknown, environment = {}) {
  try {
    parseDeskConfig(raw, environment);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'config.invalid') return error.details;
    throw error;
  }
  return [];
}

/** What is spoilt, the field that must be named, and words that the remedy must hold. */
const refusals: [string, (config: Config) => unknown, string, RegExp][] = [
  ['a missing desk', (c) => ({ ...c, desk: undefined }), 'desk', /missing/],
  ['a configuration that is no mapping', () => 'desk', '', /expected object/],
  ['a misspelt top-level key', (c) => ({ ...c, shedules: {} }), 'shedules', /did you mean "schedules"/],
  [
    'a misspelt key of the desk',
    (c) => ({ ...c, desk: { ...c.desk, fromname: 'x' } }),
    'desk.fromname',
    /fromName/,
  ],
  [
    'a mail domain with @',
    (c) => ({ ...c, desk: { ...c.desk, mailDomain: '@x.example' } }),
    'desk.mailDomain',
    /without @/,
  ],
  [
    'a support address with a domain',
    (c) => ({ ...c, desk: { ...c.desk, supportAddress: 'help@x' } }),
    'desk.supportAddress',
    /before the @/,
  ],
  [
    'a support address with a plus',
    (c) => ({ ...c, desk: { ...c.desk, supportAddress: 'a+b' } }),
    'desk.supportAddress',
    /replies use it/,
  ],
  [
    'a sender name that would break a header',
    (c) => ({ ...c, desk: { ...c.desk, fromName: 'a\r\nBcc: b' } }),
    'desk.fromName',
    /line breaks/,
  ],
  [
    'an unknown zone of the desk',
    (c) => ({ ...c, desk: { ...c.desk, timezone: 'Mars/Base' } }),
    'desk.timezone',
    /IANA/,
  ],
  [
    'an offset for a zone',
    (c) => ({ ...c, desk: { ...c.desk, timezone: '+01:00' } }),
    'desk.timezone',
    /IANA/,
  ],
  [
    'a language in words',
    (c) => ({ ...c, desk: { ...c.desk, language: 'English!' } }),
    'desk.language',
    /en or pt-BR/,
  ],
  ['no users', (c) => ({ ...c, users: [] }), 'users', /at least one user/],
  ['a user id with capitals', (c) => user(c, { id: 'Ana' }), 'users[1].id', /lower case/],
  ['a user without a role', (c) => user(c, { roles: [] }), 'users[1].roles', /at least one role/],
  ['an unknown role', (c) => user(c, { roles: ['boss'] }), 'users[1].roles[0]', /lead/],
  ['a bad e-mail address', (c) => user(c, { email: 'ben at x' }), 'users[1].email', /e-mail address/],
  [
    'a header in an address',
    (c) => user(c, { email: 'b@x.example\r\nBcc: c@x.example' }),
    'users[1].email',
    /e-mail address/,
  ],
  [
    'a duplicate user id',
    (c) => ({ ...c, users: [...c.users, { ...c.users[1], id: 'ana', email: 'z@x.example' }] }),
    'users[2].id',
    /already users\[0\]\.id/,
  ],
  [
    'two users with one address',
    (c) => user(c, { email: 'ANA@tidewater.example' }),
    'users[1].email',
    /already users\[0\]\.email/,
  ],
  [
    'an unknown channel',
    (c) => contact(c, { id: 'x', channel: 'smoke' }),
    'users[1].contacts[0].channel',
    /email, webhook, console/,
  ],
  [
    'an e-mail contact without address',
    (c) => contact(c, { id: 'x', channel: 'email' }),
    'users[1].contacts[0].address',
    /missing/,
  ],
  [
    'a misspelt key of a contact',
    (c) => contact(c, { id: 'x', channel: 'console', adress: 'y' }),
    'users[1].contacts[0].adress',
    /unknown key/,
  ],
  [
    'two contacts with one id',
    (c) => user(c, { contacts: [console1, console1] }),
    'users[1].contacts[1].id',
    /own id/,
  ],
  [
    'a webhook that is no URL',
    (c) => contact(c, { ...hook, url: 'pager' }),
    'users[1].contacts[0].url',
    /http/,
  ],
  [
    'a webhook to a file',
    (c) => contact(c, { ...hook, url: 'file:///etc/passwd' }),
    'users[1].contacts[0].url',
    /http/,
  ],
  [
    'a password in a webhook URL',
    (c) => contact(c, { ...hook, url: 'https://a:b@x.example/' }),
    'users[1].contacts[0].url',
    /signature/,
  ],
  [
    'a webhook secret that is too short',
    (c) => contact(c, { ...hook, secret: 'whsec_c2hvcnQ=' }),
    'users[1].contacts[0].secret',
    /whsec_/,
  ],
  [
    'a secret from a lower-case variable',
    (c) => contact(c, { ...hook, secret: { env: 'my-secret' } }),
    'users[1].contacts[0].secret.env',
    /capitals/,
  ],
  [
    'a secret whose variable is not set',
    (c) => contact(c, { ...hook, secret: { env: 'NOT_THERE' } }),
    'users[1].contacts[0].secret.env',
    /NOT_THERE is not set/,
  ],
  [
    'a secret whose variable holds something else',
    (c) => contact(c, { ...hook, secret: { env: 'ODD' } }),
    'users[1].contacts[0].secret.env',
    /ODD holds no webhook secret/,
  ],
  [
    'a schedule id with a space',
    (c) => ({ ...c, schedules: { ...c.schedules, 'a b': c.schedules.primary } }),
    'schedules["a b"]',
    /lower case/,
  ],
  [
    'a schedule in an unknown zone',
    (c) => schedule(c, { timezone: 'Europe/Lundon' }),
    'schedules.primary.timezone',
    /Europe\/Lundon/,
  ],
  [
    'an unknown user in a schedule',
    (c) => schedule(c, { layers: [{ users: ['ana', ['ben', 'anna']] }] }),
    'schedules.primary.layers[0].users[1][1]',
    /no user "anna"; did you mean "ana"/,
  ],
  [
    'an unknown user in an override',
    (c) => schedule(c, { overrides: [{ from: '2026-01-01', to: '2026-01-02', add: ['bem'] }] }),
    'schedules.primary.overrides[0].add[0]',
    /did you mean "ben"/,
  ],
  [
    'an unknown user taken off',
    (c) => schedule(c, { overrides: [{ from: '2026-01-01', to: '2026-01-02', remove: ['zoe'] }] }),
    'schedules.primary.overrides[0].remove[0]',
    /no user "zoe"; known here: ana, ben/,
  ],
  [
    'an unknown user in a temporary shift',
    (c) =>
      schedule(c, {
        temporary: [
          {
            from: '2026-01-01',
            to: '2026-01-02',
            shifts: [{ user: 'zoe', from: '2026-01-01', to: '2026-01-02' }],
          },
        ],
      }),
    'schedules.primary.temporary[0].shifts[0].user',
    /no user "zoe"/,
  ],
  [
    'a policy without steps',
    (c) => policy(c, { steps: [] }),
    'escalationPolicies.urgent.steps',
    /at least one step/,
  ],
  [
    'a step without targets',
    (c) => policy(c, { steps: [{ targets: [], waitSeconds: 60 }] }),
    'escalationPolicies.urgent.steps[0].targets',
    /at least one target/,
  ],
  [
    'a target that is two things',
    (c) => targets(c, [{ user: 'ana', everyone: true }]),
    'escalationPolicies.urgent.steps[0].targets[0]',
    /one target an entry/,
  ],
  [
    'everyone: false',
    (c) => targets(c, [{ everyone: false }]),
    'escalationPolicies.urgent.steps[0].targets[0].everyone',
    /everyone: true/,
  ],
  [
    'a policy of schedules alone',
    (c) => targets(c, [{ schedule: 'primary' }]),
    'escalationPolicies.urgent.steps',
    /always reaches someone/,
  ],
  [
    'an unknown schedule in a policy',
    (c) => targets(c, [{ schedule: 'primry' }, { user: 'ana' }]),
    'escalationPolicies.urgent.steps[0].targets[0].schedule',
    /did you mean "primary"/,
  ],
  [
    'an unknown user in a policy',
    (c) => targets(c, [{ user: 'bemn' }]),
    'escalationPolicies.urgent.steps[0].targets[0].user',
    /did you mean "ben"/,
  ],
  [
    'a wait that is too short to answer',
    (c) => policy(c, { steps: [{ targets: [{ user: 'ana' }], waitSeconds: 14 }] }),
    'escalationPolicies.urgent.steps[0].waitSeconds',
    /at least 15/,
  ],
  [
    'a wait that is too long',
    (c) => policy(c, { steps: [{ targets: [{ user: 'ana' }], waitSeconds: 3601 }] }),
    'escalationPolicies.urgent.steps[0].waitSeconds',
    /at most 3600/,
  ],
  [
    'a wait for everyone that is too long',
    (c) => policy(c, { everyoneWaitSeconds: 7200 }),
    'escalationPolicies.urgent.everyoneWaitSeconds',
    /at most 3600/,
  ],
  [
    'an unknown emergency policy',
    (c) => ({ ...c, emergency: { policy: 'urgnt' } }),
    'emergency.policy',
    /did you mean "urgent"/,
  ],
  [
    'someone in a schedule without a contact',
    (c) => user(c, { contacts: [] }),
    'users[1].contacts',
    /ben can be paged \(schedules\.primary\.layers\[0\]\.users\[1\]\)/,
  ],
  ['mail larger than SES takes', (c) => ({ ...c, mail: { maxBytes: 50_000_000 } }), 'mail.maxBytes', /SES/],
  [
    'attachments larger than mail',
    (c) => ({ ...c, mail: { maxBytes: 1_000_000 } }),
    'mail.attachments.maxBytes',
    /larger than mail.maxBytes/,
  ],
  [
    'an extension with a dot',
    (c) => ({ ...c, mail: { attachments: { blockedExtensions: ['.exe'] } } }),
    'mail.attachments.blockedExtensions[0]',
    /without the dot/,
  ],
  [
    'a type that is none',
    (c) => ({ ...c, mail: { attachments: { blockedTypes: ['exe'] } } }),
    'mail.attachments.blockedTypes[0]',
    /image\/svg/,
  ],
  [
    'an empty acknowledgement',
    (c) => ({ ...c, mail: { autoAcknowledgement: { text: ' ' } } }),
    'mail.autoAcknowledgement.text',
    /write the text/,
  ],
  [
    'no acknowledgement an hour',
    (c) => ({ ...c, mail: { autoAcknowledgement: { perAddressPerHour: 0 } } }),
    'mail.autoAcknowledgement.perAddressPerHour',
    /enabled: false/,
  ],
  [
    'a subject of two lines',
    (c) => ({ ...c, mail: { autoAcknowledgement: { subjects: { crisis: 'a\nb' } } } }),
    'mail.autoAcknowledgement.subjects.crisis',
    /one line/,
  ],
  [
    'an unknown crisis category',
    (c) => ({ ...c, crisisCategories: ['self-harn'] }),
    'crisisCategories[0]',
    /did you mean "self-harm"/,
  ],
  [
    'a second opinion in words',
    (c) => ({ ...c, triage: { secondOpinion: { enabled: 'no' } } }),
    'triage.secondOpinion.enabled',
    /boolean/,
  ],
];

const console1 = { id: 'desk', channel: 'console' };
const hook = {
  id: 'hook',
  channel: 'webhook',
  url: 'https://pager.example/page',
  secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
};

function user(config: Config, spoilt: object) {
  return { ...config, users: [config.users[0], { ...config.users[1], ...spoilt }] };
}
function contact(config: Config, spoilt: object) {
  return user(config, { contacts: [spoilt] });
}
function schedule(config: Config, spoilt: object) {
  return { ...config, schedules: { primary: { ...config.schedules.primary, ...spoilt } } };
}
function policy(config: Config, spoilt: object) {
  return { ...config, escalationPolicies: { urgent: { ...config.escalationPolicies.urgent, ...spoilt } } };
}
function targets(config: Config, list: object[]) {
  return policy(config, { steps: [{ targets: list, waitSeconds: 60 }] });
}

describe('a desk configuration', () => {
  it('is completed with defaults', () => {
    const config = parseDeskConfig(aConfig());
    expect(config.desk.supportAddress).toBe('help');
    expect(config.desk.language).toBe('en');
    expect(config.mail.maxBytes).toBe(31_457_280);
    expect(config.mail.attachments.blockedExtensions).toContain('exe');
    expect(config.mail.autoAcknowledgement).toMatchObject({ enabled: true, perAddressPerHour: 2 });
    expect(config.escalationPolicies.urgent?.everyoneWaitSeconds).toBe(60);
    expect(config.crisisCategories).toContain('self-harm');
    expect(config.triage.secondOpinion.enabled).toBe(false);
  });

  it('stays as it is when it is stored as JSON and read again', () => {
    const raw = contact(aConfig(), { ...hook, secret: { env: 'PAGER_SECRET' } });
    const config = parseDeskConfig(raw, { PAGER_SECRET: hook.secret });
    expect(parseDeskConfig(JSON.parse(JSON.stringify(config)))).toEqual(config);
  });

  it.each(refusals)('refuses %s', (_what, spoil, field, remedy) => {
    const problems = problemsOf(spoil(aConfig()), { ODD: 'hunter2' });
    expect(problems.map((problem) => problem.field)).toEqual([field]);
    expect(problems[0]?.message).toMatch(remedy);
  });

  it('never repeats the value of a secret in an error', () => {
    const problems = problemsOf(contact(aConfig(), { ...hook, secret: { env: 'ODD' } }), { ODD: 'hunter2' });
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  it('takes a webhook secret from the environment', () => {
    const raw = contact(aConfig(), { ...hook, secret: { env: 'PAGER_SECRET' } });
    const config = parseDeskConfig(raw, { PAGER_SECRET: hook.secret });
    expect(config.users[1]?.contacts[0]).toEqual(hook);
  });

  it('reports every problem at once, of fields and of references', () => {
    const raw = {
      ...targets(aConfig(), [{ user: 'zoe' }]),
      desk: { name: '', fromName: 'x', nmae: 1, zone: 2 },
    };
    expect(problemsOf(raw).map((problem) => problem.field)).toEqual([
      'desk.name',
      'desk.nmae',
      'desk.zone',
      'escalationPolicies.urgent.steps[0].targets[0].user',
    ]);
  });

  it('does not ask a contact of someone who is only ever taken off', () => {
    const raw = schedule(user(aConfig(), { contacts: [] }) as Config, {
      layers: [{ users: ['ana'] }],
      overrides: [{ from: '2026-01-01', to: '2026-01-02', remove: ['ben'] }],
    });
    expect(problemsOf(raw)).toEqual([]);
  });
});
