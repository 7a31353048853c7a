import type { IntakeJob } from '../ports/intake-queue.ts';
import type { ReceivedMail } from '../ports/mime.ts';
import type { Ports } from '../ports/ports.ts';
import { type Assessment, assessMail } from './assess-mail.ts';

/** A raw mail, read and triaged, before anything is decided about it. */
export interface ReadMail {
  readonly job: IntakeJob;
  readonly received: ReceivedMail;
  readonly assessment: Assessment;
  /** Epoch ms at which triage had seen it. */
  readonly detectedAt: number;
  /** Where the mail was sent, lower case: envelope first, then headers. */
  readonly recipients: readonly string[];
}

/** @throws DomainError `blob.missing`, `blob.unavailable` */
export async function readMail(
  job: IntakeJob,
  ports: Pick<Ports, 'blobs' | 'mimeReader' | 'clock' | 'log'>,
): Promise<ReadMail> {
  const raw = await ports.blobs.get(job.rawKey);
  const received = await ports.mimeReader.parse(raw, { returnPath: job.envelope.from });
  const { to, cc } = received.mail;
  const named = [
    ...job.envelope.to,
    ...to.map(({ address }) => address),
    ...cc.map(({ address }) => address),
  ];
  return {
    job,
    received,
    assessment: assessMail(received, ports),
    detectedAt: ports.clock.now(),
    recipients: [...new Set(named.map((address) => address.toLowerCase()).filter(Boolean))],
  };
}
