import { type CheckedConfig, checkDeskConfig } from '../core/config/desk-config.ts';
import type { Ports } from '../ports/ports.ts';
import { draftConfig, type WrittenPromises } from './draft-config.ts';

/**
 * What `publishPromises` would say to these promises on top of the current configuration, and the warnings
 * that it would not stop at. Publishes nothing.
 */
export async function checkPromises(
  promises: WrittenPromises,
  { config, clock }: Pick<Ports, 'config' | 'clock'>,
): Promise<CheckedConfig> {
  const current = await config.current();
  return checkDeskConfig(draftConfig(current.config, promises), {}, clock.now());
}
