import { expect, test } from 'vitest';
import { receiveMails } from '../../../app/receive-mails.ts';
import { DomainError } from '../../../core/errors.ts';
import type { Write } from '../../../ports/case-store.ts';
import type { IntakeJob } from '../../../ports/intake-queue.ts';
import { type FakePorts, fakePorts } from '../../fakes/fake-ports.ts';

const raw = (text: string) =>
  new TextEncoder().encode(
    `From: Jo <jo@customer.example>\r\nTo: help@desk.example\r\nSubject: hello\r\nMessage-ID: <1@customer.example>\r\n\r\n${text}\r\n`,
  );
const job: IntakeJob = {
  rawKey: 'raw/1.eml',
  receivedAt: Date.parse('2026-11-22T10:00:00Z'),
  envelope: { from: 'jo@customer.example', to: ['help@desk.example'] },
  verdicts: null,
};

/** A store that refuses what `refuses` says, once for each unit it sees. */
function refusing(ports: FakePorts, refuses: (writes: readonly Write[]) => DomainError | null): FakePorts {
  const commitAll = async (units: readonly (readonly Write[])[]) => {
    const results = [];
    for (const unit of units) {
      const error = refuses(unit);
      results.push(error ? { ok: false as const, error } : (await ports.store.commitAll([unit]))[0]);
    }
    return results.filter((result) => result !== undefined);
  };
  const store = new Proxy(ports.store, {
    get: (target, name) => {
      const value: unknown = name === 'commitAll' ? commitAll : Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ...ports, store };
}

const tooLarge = new DomainError('invalid', 'store.item-too-large', 'message: too large');
const hasSubjectHeaders = (writes: readonly Write[]) =>
  writes.some(
    (write) => write.kind === 'message' && write.message.to.length > 0 && write.message.kind === 'inbound',
  );

test('a mail that the store refuses as it is becomes a case with its raw file, and pages', async () => {
  const ports = fakePorts();
  ports.blobMap.set(job.rawKey, raw('I am going to kill myself tonight, I have the pills here.'));
  const [outcome] = await receiveMails(
    [job],
    refusing(ports, (writes) => (hasSubjectHeaders(writes) ? tooLarge : null)),
  );
  expect(outcome).toMatchObject({ kind: 'new-case', pageId: expect.stringMatching(/^HW-.*-P1$/) });
  const caseId = outcome && 'caseId' in outcome ? (outcome.caseId ?? '') : '';
  const { messages } = await ports.store.getTimeline(caseId);
  expect(messages.find(({ kind }) => kind === 'inbound')).toMatchObject({
    rawKey: job.rawKey,
    problems: ['this mail could not be taken in as it is (store.item-too-large): read the original'],
    verdict: { emergency: true },
  });
});

test('an ordinary one is urgent then, for a person must read the original', async () => {
  const ports = fakePorts();
  ports.blobMap.set(job.rawKey, raw('Where is my parcel?'));
  await receiveMails(
    [job],
    refusing(ports, (writes) => (hasSubjectHeaders(writes) ? tooLarge : null)),
  );
  const [only] = (await ports.store.listCases('active', { limit: 10 })).items;
  expect(only).toMatchObject({ priority: 'urgent', subject: 'hello' });
});

test('a store that is down is no reason to strip a mail: it is tried again whole', async () => {
  const ports = fakePorts();
  ports.blobMap.set(job.rawKey, raw('Where is my parcel?'));
  const down = new DomainError('unavailable', 'store.unavailable', 'the store does not answer');
  const [outcome] = await receiveMails(
    [job],
    refusing(ports, () => down),
  );
  expect(outcome).toEqual({ kind: 'failed', rawKey: job.rawKey, error: down });
});
