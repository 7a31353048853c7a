import type { Ports } from '../ports/ports.ts';
import { assessMail } from './assess-mail.ts';

/** Text comes before attachments, and a longer look would cost more than it finds. */
const scannedBytes = 64 * 1024;

/**
 * Whether the beginning of a raw mail shows a person at risk: cheap enough to ask before a mail is queued,
 * so that an emergency overtakes a flood. The verdict that counts is made when the mail is received.
 */
export async function scanRisk(
  rawPrefix: Uint8Array,
  ports: Pick<Ports, 'mimeReader' | 'log'>,
): Promise<boolean> {
  const { verdict, failed } = assessMail(
    await ports.mimeReader.parse(rawPrefix.subarray(0, scannedBytes)),
    ports,
  );
  return verdict.emergency || failed;
}
