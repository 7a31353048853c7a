import { resolve as resolvePath } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfigFolder } from '../adapters/config/load-config-folder.ts';
import { type ErrorDetail, isDomainError } from '../core/errors.ts';
import { detailLine } from '../core/validation/explain-issues.ts';
import type { Clock } from '../ports/clock.ts';
import type { CommandIo } from './command-io.ts';
import { applyConfig } from './config-apply.ts';
import { configReport, reportText } from './config-report.ts';

const help = `harborwatch config: check and apply the desk's configuration

Usage
  harborwatch config check [FOLDER] [--json]
  harborwatch config apply FOLDER --table NAME [--over-edits]    publish it to a desk on AWS

Reads every *.yaml of FOLDER (default: HARBORWATCH_CONFIG, else the config/ of Harborwatch) and checks all of it. Prints what it
found, under which version its promises would be, and warnings: times of the next 30 days at which a schedule has
nobody on call, cases that no policy matches, policies that overlap or are never reached, targets that are missing or
make no sense together, calendars whose holidays have run out.
apply leaves an edit that was made in the console since the same files were applied, unless told --over-edits.
Exit code 0 when all is well (also with warnings), 2 with every problem listed otherwise.
`;

/** What `harborwatch start` reads too, from whatever folder it is started. */
const shippedFolder = fileURLToPath(new URL('../config', import.meta.url));

type ConfigIo = Pick<CommandIo, 'stdout' | 'stderr' | 'env'>;

const systemClock: Clock = { now: () => Date.now() };

/** `harborwatch config check` and `apply`. @returns the exit code. */
export async function configCommand(
  args: string[],
  io: ConfigIo,
  clock: Clock = systemClock,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h') || args[0] === 'help') {
    io.stdout.write(help);
    return 0;
  }
  if (args[0] === 'apply') return applyConfig(args.slice(1), io, clock);
  const json = args.includes('--json');
  const [name, folder, ...rest] = args.filter((argument) => argument !== '--json');
  const stray = [folder, ...rest].find((argument) => argument?.startsWith('-') === true) ?? rest[0];
  if (name !== 'check' || stray !== undefined) {
    const problem =
      name === 'check' ? `unexpected argument "${stray}"` : `there is no "${name ?? ''}"; use check or apply`;
    io.stderr.write(`harborwatch config: ${problem} (see harborwatch config --help)\n`);
    return 2;
  }
  return check(folder ?? (io.env.HARBORWATCH_CONFIG || shippedFolder), json, io, clock);
}

async function check(folder: string, json: boolean, io: ConfigIo, clock: Clock): Promise<number> {
  const path = resolvePath(folder);
  try {
    const loaded = await loadConfigFolder(path, io.env, clock.now());
    const report = configReport(loaded, clock.now());
    io.stdout.write(json ? `${JSON.stringify({ ok: true, ...report })}\n` : reportText(report, path));
    return 0;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const problems: readonly ErrorDetail[] =
      error.details.length > 0 ? error.details : [{ message: error.message }];
    if (json) io.stdout.write(`${JSON.stringify({ ok: false, problems })}\n`);
    else for (const problem of problems) io.stderr.write(`harborwatch config: ${detailLine(problem)}\n`);
    return 2;
  }
}
