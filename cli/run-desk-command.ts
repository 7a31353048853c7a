import { type ParseArgsConfig, parseArgs } from 'node:util';
import { DomainError } from '../core/errors.ts';
import type { CommandIo } from './command-io.ts';
import { describeError } from './describe-error.ts';

/** A mistake in the arguments; the line says where help is. */
export function badArguments(command: string, problem: string): DomainError {
  return new DomainError(
    'invalid',
    'command.bad-arguments',
    `${problem} (see harborwatch ${command} --help)`,
  );
}

/** Strict `parseArgs`: an unknown option is an error that names it. */
export function readArguments<Config extends ParseArgsConfig>(
  args: string[],
  options: Config,
): ReturnType<typeof parseArgs<Config & { args: string[]; allowPositionals: true; strict: true }>> {
  return parseArgs({ ...options, args, allowPositionals: true, strict: true });
}

/** Runs a command that talks to a desk: 0, or one clear line and 2 for bad input and for a desk that does not answer. */
export async function runDeskCommand(
  name: string,
  io: Pick<CommandIo, 'stderr'>,
  run: () => Promise<void>,
): Promise<number> {
  try {
    await run();
    return 0;
  } catch (error) {
    const { line, exitCode } = describeError(error);
    io.stderr.write(`harborwatch ${name}: ${line}\n`);
    return error instanceof DomainError ? 2 : exitCode;
  }
}
