import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfigFolder } from '../adapters/config/load-config-folder.ts';
import { DomainError } from '../core/errors.ts';
import { detailLine } from '../core/validation/explain-issues.ts';
import { SystemClock } from '../local/clock/system-clock.ts';
import { buildConsole } from '../local/console-build.ts';
import { type Desk, startDesk } from '../local/desk.ts';
import { type HostEnvironment, readEnvironment } from '../local/environment.ts';
import { LineLog } from '../local/line-log.ts';
import { startStore } from '../local/store/start-store.ts';
import type { CommandIo } from './command-io.ts';
import { usage } from './usage.ts';

const root = resolve(import.meta.dirname, '..');

/** Runs the desk until it is told to stop (SIGINT, SIGTERM). */
export async function startCommand(args: string[], io: CommandIo): Promise<number> {
  const { values } = parseArgs({ args, options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    io.stdout.write(usage());
    return 0;
  }
  const environment = readEnvironment(io.env);
  const clock = new SystemClock();
  const log = new LineLog(
    environment.logLevel,
    (line) => io.stderr.write(line),
    () => clock.now(),
  );
  const configFolder = environment.configFolder ?? join(root, 'config');
  const { config, filesHash, warnings } = await loadConfigFolder(configFolder, io.env, clock.now());
  for (const warning of warnings) log.warn(`configuration: ${detailLine(warning)}`);
  const mailDomain = environment.mailDomain ?? config.desk.mailDomain;
  if (!mailDomain)
    throw new DomainError(
      'invalid',
      'env.no-mail-domain',
      'HARBORWATCH_MAIL_DOMAIN: set it, or desk.mailDomain in the configuration, to the domain the desk sends from.',
    );
  const consoleFolder = await buildConsole(join(root, 'console'), log);
  const ended = Promise.withResolvers<number>();
  // A promise that nobody looked at is a fault of ours, but no reason to stop paging.
  process.on('unhandledRejection', (error) =>
    log.error('an error was not handled; the desk goes on', { error }),
  );
  const desk = await startDesk({
    dataFolder: environment.dataFolder,
    config,
    filesHash,
    mailDomain,
    smtpRelay: environment.smtpRelay,
    httpPort: environment.httpPort,
    smtpPort: environment.smtpPort,
    consoleFolder,
    startStore: () => startStore(environment.dataFolder),
    clock,
    timers: clock,
    random: Math.random,
    batchingWindowMs: 50,
    log,
    onStoreDeath: (detail) => {
      log.error('the store ended by itself; the desk stops, and goes on where it was when started again', {
        detail,
      });
      ended.resolve(1);
    },
  });
  await desk.operatorToken();
  // Before the greeting: whoever reads it may stop us at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.resolve(0));
  endWithNpm(() => ended.resolve(0));
  io.stdout.write(greeting(desk, environment, `${config.desk.supportAddress}@${mailDomain}`, config.users));
  const exitCode = await ended.promise;
  await desk.stop();
  return exitCode;
}

/** `npm start` that is killed leaves us behind; then the next start would find the data in use. */
function endWithNpm(stop: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

function greeting(
  desk: Desk,
  environment: HostEnvironment,
  address: string,
  users: readonly { id: string; name: string }[],
): string {
  const { host, port } = desk.smtp;
  const mail = [
    'From: Sam Rivera <sam@customer.example>',
    `To: ${address}`,
    'Subject: Where is my card?',
    '',
    'Hello, my order has not arrived. Can you help?',
  ].join('\\r\\n');
  return [
    '',
    'Harborwatch is running.',
    '',
    `  Console and API   ${desk.url}`,
    `  SMTP              smtp://${host}:${port}`,
    `  Data              ${environment.dataFolder}`,
    `  Events            ${desk.services.events.path} (a JSON object a line; tail -F follows it)`,
    `  Outgoing mail     ${environment.smtpRelay ? 'relayed' : 'kept in the outbox of the console (set HARBORWATCH_SMTP_RELAY to send it)'}`,
    '',
    `Sign in at ${desk.url} as ${users.map(({ id }) => id).join(', ')}`,
    desk.password
      ? `  Password          ${desk.password}`
      : '  Password          the one you noted; its readable file was deleted',
    '',
    'Send the first mail (paste into another terminal):',
    '',
    `  printf '${mail}\\r\\n' | curl -sS smtp://${host}:${port} --mail-from sam@customer.example --mail-rcpt ${address} --upload-file -`,
    '',
    'or one that pages the person on call:',
    '',
    `  bin/harborwatch send${port === 2525 ? '' : ` --server ${host}:${port}`} samples/04-person-at-risk-oblique.eml`,
    '',
    'Stop with Ctrl+C. Everything is kept.',
    '',
  ].join('\n');
}
