import type { WrittenPromises } from '../../../console/src/policies/check-draft.ts';
import type { CaseRebase, RebaseFailure } from '../../../console/src/policies/rebase/case-rebase.ts';
import type { PolicyProblem } from '../../../core/sla/check-policies.ts';
import type { ApiRequest, FakeDesk } from './fake-desk.ts';
import { FakeProblem } from './fake-problem.ts';
import { writtenPromises } from './written-promises.ts';

interface FakeVersion {
  readonly version: string;
  readonly policyVersion: string;
  readonly publishedAt: string;
  readonly publishedBy: string | null;
  readonly source: 'files' | 'console';
  readonly reason: string | null;
  readonly promises: WrittenPromises;
}

/** What the fake desk knows of promises: who published what, and which cases are behind. */
export class FakePromises {
  current: FakeVersion = {
    version: 'config-1',
    policyVersion: 'a1b2c3d4e5f60718',
    publishedAt: '2026-11-02T08:00:00.000Z',
    publishedBy: null,
    source: 'files',
    reason: null,
    promises: writtenPromises(),
  };
  /** What the desk finds besides what the browser can find. */
  problems: PolicyProblem[] = [];
  schedules = [
    { id: 'first', name: 'First on call' },
    { id: 'leads', name: 'Leads at night' },
  ];
  behind: CaseRebase[] = [];
  /** Cases that will not move, and why. */
  stuck: RebaseFailure[] = [];
  readonly moves: { caseIds: string[]; reason: string }[] = [];

  /** Another setting of the desk changes: another version of the configuration with the same promises. */
  reconfigure(): void {
    this.current = { ...this.current, version: `config-${Number(this.current.version.split('-')[1]) + 1}` };
  }

  publish(promises: WrittenPromises, publishedBy: string, reason: string): void {
    const number = Number(this.current.version.split('-')[1]) + 1;
    this.current = {
      version: `config-${number}`,
      policyVersion: String(number).repeat(16).slice(0, 16),
      publishedAt: new Date().toISOString(),
      publishedBy,
      source: 'console',
      reason,
      promises,
    };
  }
}

const known = new WeakMap<FakeDesk, FakePromises>();

export function promisesOf(desk: FakeDesk): FakePromises {
  const found = known.get(desk) ?? new FakePromises();
  known.set(desk, found);
  return found;
}

/** Undefined for calls that are not about editing promises. */
export function answerPromises(
  desk: FakeDesk,
  { method, url, body }: ApiRequest,
  user: { readonly id: string; readonly roles: readonly string[] },
): unknown {
  const fake = promisesOf(desk);
  const crisisCategories = ['self-harm', 'threat-to-life', 'child-safety', 'stalking-doxxing', 'violence'];
  const { schedules, problems } = fake;
  const inForce = () => ({ ...fake.current, schedules, crisisCategories, problems });
  const call = `${method} ${url.pathname}`;
  const mayEdit = user.roles.includes('lead') || user.roles.includes('admin');
  if (call === 'GET /api/sla/promises') return inForce();
  if (call === 'POST /api/sla/promises/check') return { problems: fake.problems };
  if (call === 'GET /api/sla/rebase') {
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const limit = Number(url.searchParams.get('limit'));
    const next = from + limit < fake.behind.length ? String(from + limit) : null;
    const { policyVersion } = fake.current;
    return { policyVersion, items: fake.behind.slice(from, from + limit), cursor: next };
  }
  if (call !== 'PUT /api/sla/promises' && call !== 'POST /api/sla/rebase') return undefined;
  if (!mayEdit) throw new FakeProblem(403, 'auth.role-needed', 'Only leads and admins may do this.');
  if (call === 'PUT /api/sla/promises') {
    if (body['baseVersion'] !== fake.current.version)
      throw new FakeProblem(409, 'config.version-conflict', 'Ben published another version meanwhile.');
    fake.publish(body['promises'] as WrittenPromises, user.id, String(body['reason']));
    return inForce();
  }
  return move(fake, body);
}

function move(fake: FakePromises, body: Record<string, unknown>): unknown {
  if (body['policyVersion'] !== fake.current.policyVersion)
    throw new FakeProblem(409, 'sla.other-version', 'Others are in force by now; look at the preview again.');
  const caseIds = body['caseIds'] as string[];
  fake.moves.push({ caseIds, reason: String(body['reason']) });
  const failed = fake.stuck.filter(({ caseId }) => caseIds.includes(caseId));
  const rebased = caseIds.filter((id) => !failed.some(({ caseId }) => caseId === id));
  fake.behind = fake.behind.filter(({ caseId }) => !rebased.includes(caseId));
  return { rebased, failed };
}
