import { parseDeskConfig } from '../core/config/desk-config.ts';
import { DomainError } from '../core/errors.ts';
import type { ConfigVersion } from '../ports/config-source.ts';
import type { Ports } from '../ports/ports.ts';
import { draftConfig, type WrittenPromises } from './draft-config.ts';

export interface PublishPromisesInput {
  /** The configuration version that was edited. */
  readonly baseVersion: string;
  readonly promises: WrittenPromises;
  readonly userId: string;
  readonly reason: string;
}

/**
 * Puts other promises in the place of those of a configuration and makes the whole the current one. Open cases
 * stay with the promises under which they began.
 * @throws DomainError `conflict` `config.version-conflict` when `baseVersion` is no longer current; `invalid`
 * `config.invalid` with every problem of the whole configuration; `invalid` `config.no-reason`.
 */
export async function publishPromises(
  { baseVersion, promises, userId, reason }: PublishPromisesInput,
  { config: source, clock }: Pick<Ports, 'config' | 'clock'>,
): Promise<ConfigVersion> {
  if (reason.trim() === '')
    throw new DomainError('invalid', 'config.no-reason', 'reason: say why the promises change', {
      details: [{ field: 'reason', message: 'say why the promises change' }],
    });
  const base = await source.get(baseVersion);
  if (base === null)
    throw new DomainError(
      'conflict',
      'config.version-conflict',
      `there is no configuration ${baseVersion.slice(0, 12)}; load the current one and edit that`,
    );
  const config = parseDeskConfig(draftConfig(base.config, promises), {}, clock.now());
  const edition = { config, source: 'console', publishedBy: userId, reason: reason.trim() } as const;
  return source.publish(edition, { base: baseVersion });
}
