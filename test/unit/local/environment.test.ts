import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isDomainError } from '../../../core/errors.ts';
import { readEnvironment } from '../../../local/environment.ts';

const refusal = (env: Record<string, string>): string => {
  try {
    readEnvironment(env);
  } catch (error) {
    if (isDomainError(error, 'env.invalid')) return error.message;
    throw error;
  }
  return '';
};

test('an empty environment gives the documented defaults', () => {
  expect(readEnvironment({ HARBORWATCH_SMTP_RELAY: '' })).toEqual({
    dataFolder: resolve('data'),
    httpPort: 8080,
    smtpPort: 2525,
    mailDomain: null,
    smtpRelay: null,
    logLevel: 'info',
    configFolder: null,
  });
});

test.each([
  ['HARBORWATCH_HTTP_PORT', 'eighty', 'port number'],
  ['HARBORWATCH_SMTP_PORT', '70000', 'at most 65535'],
  ['HARBORWATCH_MAIL_DOMAIN', 'me@desk.example', 'domain'],
  ['HARBORWATCH_SMTP_RELAY', 'http://relay.example', 'smtp://'],
  ['HARBORWATCH_LOG_LEVEL', 'loud', 'debug, info, warn or error'],
])('%s=%s is refused by name, with the remedy', (name, value, remedy) => {
  expect(refusal({ [name]: value })).toContain(name);
  expect(refusal({ [name]: value })).toContain(remedy);
});

test('all mistakes are told at once', () => {
  const message = refusal({ HARBORWATCH_HTTP_PORT: '-1', HARBORWATCH_LOG_LEVEL: 'loud' });
  expect(message).toContain('HARBORWATCH_HTTP_PORT');
  expect(message).toContain('HARBORWATCH_LOG_LEVEL');
});

test('a misspelt variable is refused with the right one, and somebody’s own secret is left alone', () => {
  expect(refusal({ HARBORWATCH_HTTP_PRT: '1' })).toContain('HARBORWATCH_HTTP_PORT');
  expect(refusal({ HARBORWATCH_MARA_WEBHOOK_SECRET: 'x' })).toBe('');
});
