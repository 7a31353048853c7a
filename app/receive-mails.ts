import { isDomainError } from '../core/errors.ts';
import type { Disposition } from '../core/intake/intake.ts';
import type { Write } from '../ports/case-store.ts';
import type { IntakeJob } from '../ports/intake-queue.ts';
import type { Ports } from '../ports/ports.ts';
import { bareMail, isLasting } from './bare-mail.ts';
import { planDuplicate, planMail } from './plan-mail.ts';
import { type ReadMail, readMail } from './read-mail.ts';
import { startPageWorkflow } from './start-page-workflow.ts';

export type ReceiveMailPorts = Pick<
  Ports,
  | 'store'
  | 'blobs'
  | 'mimeReader'
  | 'clock'
  | 'ids'
  | 'config'
  | 'signer'
  | 'mailDomain'
  | 'workflows'
  | 'connections'
  | 'push'
  | 'log'
>;

export type ReceiveOutcome =
  | {
      readonly kind: Disposition;
      readonly rawKey: string;
      readonly caseId: string | null;
      readonly pageId: string | null;
    }
  | { readonly kind: 'already-decided'; readonly rawKey: string }
  | { readonly kind: 'failed'; readonly rawKey: string; readonly error: unknown };

/** What one mail comes to, ready to be committed. */
export interface MailPlan {
  readonly disposition: Disposition;
  readonly caseId: string | null;
  /** A page that this mail opens. */
  readonly pageId: string | null;
  readonly writes: readonly Write[];
}

const maxTries = 12;

/**
 * Makes each mail (part of) a case, exactly once. All are read and triaged first, then those that show a
 * person at risk are committed and paged, then the rest, several in one transaction where they wait together.
 * Results in the order of the jobs; a mail that fails does not hold up the others.
 */
export async function receiveMails(
  jobs: readonly IntakeJob[],
  ports: ReceiveMailPorts,
): Promise<ReceiveOutcome[]> {
  const outcomes = new Map<IntakeJob, ReceiveOutcome>();
  const read = await Promise.all(
    jobs.map(async (job) => {
      try {
        return await readMail(job, ports);
      } catch (error) {
        outcomes.set(job, { kind: 'failed', rawKey: job.rawKey, error });
        return null;
      }
    }),
  );
  const mails = read.filter((mail) => mail !== null);
  const isUrgent = (mail: ReadMail) => mail.assessment.verdict.emergency || mail.assessment.failed;
  for (const lane of [mails.filter(isUrgent), mails.filter((mail) => !isUrgent(mail))])
    await receiveLane(lane, outcomes, ports);
  return jobs.map((job) => outcomes.get(job) ?? notReached(job));
}

function notReached(job: IntakeJob): ReceiveOutcome {
  return { kind: 'failed', rawKey: job.rawKey, error: new Error('the mail was not reached') };
}

async function receiveLane(
  mails: readonly ReadMail[],
  outcomes: Map<IntakeJob, ReceiveOutcome>,
  ports: ReceiveMailPorts,
): Promise<void> {
  let waiting: Entry[] = mails.map((mail) => ({ mail, isDuplicate: false, isBare: false }));
  for (let round = 1; waiting.length > 0; round++) {
    const again: Entry[] = [];
    const fail = (entry: Entry, error: unknown): void => {
      const { mail, isBare } = entry;
      if (!isBare && isLasting(error)) {
        ports.log.error('a mail cannot be taken in as it is', { rawKey: mail.job.rawKey, error });
        again.push({ mail: bareMail(mail, error), isDuplicate: false, isBare: true });
      } else outcomes.set(mail.job, { kind: 'failed', rawKey: mail.job.rawKey, error });
    };
    const ready: (Entry & { plan: MailPlan })[] = [];
    for (const { entry, plan } of await Promise.all(waiting.map((entry) => tryPlan(entry, ports))))
      if (plan instanceof Error) fail(entry, plan);
      else ready.push({ ...entry, plan });
    const results = await ports.store.commitAll(ready.map(({ plan }) => plan.writes));
    for (const [index, entry] of ready.entries()) {
      const { mail, plan } = entry;
      const result = results[index];
      const { rawKey } = mail.job;
      if (result?.ok) {
        outcomes.set(mail.job, { kind: plan.disposition, rawKey, caseId: plan.caseId, pageId: plan.pageId });
        continue;
      }
      const error = result?.error;
      if (isDomainError(error, 'intake.already-decided'))
        outcomes.set(mail.job, { kind: 'already-decided', rawKey });
      else if (isDomainError(error, 'mail.duplicate')) again.push({ ...entry, isDuplicate: true });
      else if (isDomainError(error) && error.kind === 'conflict' && round < maxTries)
        again.push({ ...entry, isDuplicate: false });
      else fail(entry, error);
    }
    await startPages(ready, outcomes, ports);
    waiting = again;
  }
}

interface Entry {
  readonly mail: ReadMail;
  readonly isDuplicate: boolean;
  /** Stripped to what must be taken in at least, because the whole could not be. */
  readonly isBare: boolean;
}

async function tryPlan(
  entry: Entry,
  ports: ReceiveMailPorts,
): Promise<{ entry: Entry; plan: MailPlan | Error }> {
  const { mail, isDuplicate } = entry;
  try {
    return { entry, plan: isDuplicate ? await planDuplicate(mail, ports) : await planMail(mail, ports) };
  } catch (error) {
    return { entry, plan: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** At once, without waiting for the outbox; where that fails the outbox still does it. */
async function startPages(
  ready: readonly { mail: ReadMail }[],
  outcomes: Map<IntakeJob, ReceiveOutcome>,
  ports: ReceiveMailPorts,
): Promise<void> {
  await Promise.all(
    ready.map(async ({ mail }) => {
      const outcome = outcomes.get(mail.job);
      if (!outcome || !('pageId' in outcome) || !outcome.pageId) return;
      try {
        await startPageWorkflow(outcome.pageId, ports);
      } catch (error) {
        ports.log.error('a page was not started at once; the outbox starts it', {
          pageId: outcome.pageId,
          error,
        });
      }
    }),
  );
}
