import type { CommandIo } from './command-io.ts';
import { describeError } from './describe-error.ts';
import { usage } from './usage.ts';

type Command = (args: string[], io: CommandIo) => Promise<number>;

/** One file a command, loaded when it is asked for: `mail` must not wait for the desk's code. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand,
  send: async () => (await import('./send.ts')).sendCommand,
  mail: async () => (await import('./mail.ts')).mailCommand,
  triage: async () => (await import('./triage.ts')).triageCommand,
  sla: async () => (await import('./sla.ts')).slaCommand,
  simulate: async () => (await import('./simulate.ts')).simulateCommand,
  escalation: async () => (await import('./escalation.ts')).escalationCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  events: async () => (await import('./events.ts')).eventsCommand,
  oncall: async () => (await import('./oncall.ts')).oncallCommand,
  case: async () => (await import('./case.ts')).caseCommand,
  page: async () => (await import('./page.ts')).pageCommand,
  calendar: async () => (await import('./calendar.ts')).calendarCommand,
  config: async () => (await import('./config.ts')).configCommand,
};

async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  const io: CommandIo = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
  };
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(usage());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    io.stderr.write(`harborwatch: there is no command "${name}"; try harborwatch --help\n`);
    return 2;
  }
  try {
    return await (await load())(rest, io);
  } catch (error) {
    const { line, exitCode } = describeError(error);
    io.stderr.write(`harborwatch ${name}: ${line}\n`);
    return exitCode;
  }
}

// A reader that has seen enough (`| head`) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
// Started through the Node that npm brought: when that parent is killed, end with it.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel.unref();
}
process.exitCode = await main(process.argv.slice(2));
