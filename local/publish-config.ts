import { createHash } from 'node:crypto';
import { type FilesOutcome, publishFiles } from '../app/publish-files.ts';
import { configVersionOf } from '../core/config/config-version.ts';
import type { DeskConfig } from '../core/config/desk-config.ts';
import type { Log } from '../ports/log.ts';
import type { Ports } from '../ports/ports.ts';

interface Files {
  readonly config: DeskConfig;
  readonly filesHash?: string | undefined;
}

/** Publishes the configuration that the desk starts with, and says so where it meets an edit of the console. */
export async function publishConfig(
  { config, filesHash }: Files,
  ports: Pick<Ports, 'config'>,
  log: Pick<Log, 'info' | 'warn'>,
): Promise<void> {
  const hash =
    filesHash ?? configVersionOf(config, (text) => createHash('sha256').update(text).digest('hex'));
  const outcome = await publishFiles({ config, filesHash: hash }, ports);
  if (outcome.outcome === 'edit-replaced') log.warn(aboutEdit(outcome));
  if (outcome.outcome === 'edit-kept') log.info(aboutEdit(outcome));
}

/** What became of the edit that the files met; empty when they met none. */
export function aboutEdit({ outcome, version, replaced }: FilesOutcome): string {
  if (outcome === 'edit-kept') {
    const { publishedBy, publishedAt, version: name } = version;
    const edit = `${name.slice(0, 12)} of ${publishedBy ?? 'the console'} (${publishedAt})`;
    return `the configuration files are as they were, so the edit ${edit} stays in force`;
  }
  if (outcome !== 'edit-replaced' || replaced === null) return '';
  const who = replaced.publishedBy ?? 'the console';
  return (
    `the configuration files have changed and replace the edit of ${who} (${replaced.publishedAt}), ` +
    `which is kept as version ${replaced.version}`
  );
}
