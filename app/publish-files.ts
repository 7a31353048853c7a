import type { DeskConfig } from '../core/config/desk-config.ts';
import { isDomainError } from '../core/errors.ts';
import type { ConfigSource, ConfigVersion } from '../ports/config-source.ts';
import type { Ports } from '../ports/ports.ts';

export interface FilesInput {
  readonly config: DeskConfig;
  /** What the files hold; another one when they are changed. */
  readonly filesHash: string;
  /** Publish them also where only an edit in the console has come in between. */
  readonly overEdits?: boolean;
}

export interface FilesOutcome {
  /** The current one now. */
  readonly version: ConfigVersion;
  /**
   * `edit-kept`: the files are what they were, so that an edit in the console since then stays.
   * `edit-replaced`: they are not, and took its place.
   */
  readonly outcome: 'published' | 'unchanged' | 'edit-kept' | 'edit-replaced';
  /** The edit that the files replaced. */
  readonly replaced: ConfigVersion | null;
}

/**
 * Makes the configuration of the files the current one, unless someone has edited it since these same files
 * were published.
 * @throws DomainError `conflict` `config.version-conflict` when someone edits it at this very moment.
 */
export async function publishFiles(
  { config, filesHash, overEdits = false }: FilesInput,
  { config: source }: Pick<Ports, 'config'>,
): Promise<FilesOutcome> {
  const current = await currentOf(source);
  const isEdited = current?.source === 'console';
  if (isEdited && !overEdits && (await source.publishedFiles()) === filesHash)
    return { version: current, outcome: 'edit-kept', replaced: null };
  const edition = { config, source: 'files', publishedBy: null, reason: null } as const;
  const version = await source.publish(edition, {
    filesHash,
    ...(current !== null && { base: current.version }),
  });
  if (version.version === current?.version) return { version, outcome: 'unchanged', replaced: null };
  return { version, outcome: isEdited ? 'edit-replaced' : 'published', replaced: isEdited ? current : null };
}

/** Null before the first. */
async function currentOf(source: ConfigSource): Promise<ConfigVersion | null> {
  try {
    return await source.current();
  } catch (error) {
    if (isDomainError(error, 'config.none')) return null;
    throw error;
  }
}
