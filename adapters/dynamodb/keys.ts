import { createHash } from 'node:crypto';
import type { Case } from '../../core/case/case.ts';
import { priorityRank } from '../../core/case/priority.ts';
import { type View, viewOf } from '../../core/case/status.ts';
import { DomainError } from '../../core/errors.ts';
import type { FailedIntake } from '../../core/intake/intake.ts';
import { caseIdOfPage, type Page } from '../../core/page/page.ts';
import type { CaseSla } from '../../core/sla/case-sla.ts';

/** Primary key of one item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Place of an item in the indexes; an index that is not named does not hold the item. */
export interface IndexKeys {
  readonly gsi1pk?: string;
  readonly gsi1sk?: string;
  readonly gsi2pk?: string;
  readonly gsi2sk?: string;
  readonly gsi3pk?: string;
  readonly gsi3sk?: string;
}

/**
 * Partitions of each sharded list. One partition takes 1,000 write units a second, and a change of place in
 * an index costs two: four shards carry 2,000 changes of a queue a second. Raising it needs a re-index.
 */
export const shardCount = 4;
export const shards: readonly number[] = Array.from({ length: shardCount }, (_, shard) => shard);

/** DynamoDB allows 2,048 bytes for a partition key and 1,024 for a sort key; longer values go in by hash. */
const inlineKeyBytes = 900;

export function caseKey(caseId: string): Key {
  return { pk: casePartition(caseId), sk: 'CASE' };
}

/** One item holds the events of one commit; `firstSeq` is the number of the first. */
export function eventsKey(caseId: string, firstSeq: number): Key {
  return { pk: casePartition(caseId), sk: `EVENT#${padded(firstSeq)}` };
}

export function messageKey(caseId: string, messageId: string): Key {
  return { pk: casePartition(caseId), sk: `MESSAGE#${keyPart(messageId)}` };
}

export function slaKey(caseId: string): Key {
  return { pk: casePartition(caseId), sk: 'SLA' };
}

/** What one commit added to the log of promises; `version` is that of the promises it came with. */
export function slaLogKey(caseId: string, version: number): Key {
  return { pk: casePartition(caseId), sk: `SLA-LOG#${padded(version)}` };
}

/** Null when the id is not one of a page. */
export function pageKey(pageId: string): Key | null {
  const caseId = caseIdOfPage(pageId);
  return caseId === null ? null : { pk: casePartition(caseId), sk: `PAGE#${pageNumber(pageId)}` };
}

/** The partition and the beginning of the sort keys of a page's attempts; null when the id is not one of a page. */
export function attemptsOfPage(pageId: string): Key | null {
  const caseId = caseIdOfPage(pageId);
  return caseId === null ? null : { pk: casePartition(caseId), sk: `ATTEMPT#${pageNumber(pageId)}#` };
}

/** `attemptKey` is `<page>#<attempt>#<user>#<contact>`; null when it does not belong to the page. */
export function attemptItemKey(pageId: string, attemptKey: string): Key | null {
  const all = attemptsOfPage(pageId);
  const [, number, rest] = /^#(\d+)#(.*)$/s.exec(attemptKey.slice(pageId.length)) ?? [];
  if (all === null || !attemptKey.startsWith(pageId) || number === undefined || rest === undefined)
    return null;
  return { pk: all.pk, sk: `${all.sk}${padded(Number(number))}#${keyPart(rest)}` };
}

export function threadPartition(rfcMessageId: string): string {
  return `THREAD#${keyPart(rfcMessageId)}`;
}

/** Message ids are ULIDs, so the holders of one thread key sort by time. */
export function threadKey(rfcMessageId: string, caseId: string, messageId: string): Key {
  return { pk: threadPartition(rfcMessageId), sk: `MESSAGE#${keyPart(messageId)}#${caseId}` };
}

/** A failed intake and its later disposition are the same item, so that the second replaces the first. */
export function intakeKey(rawKey: string): Key {
  return { pk: `INTAKE#${keyPart(rawKey)}`, sk: 'INTAKE' };
}

export function dedupeKey(key: string): Key {
  return { pk: `DEDUPE#${keyPart(key)}`, sk: 'DEDUPE' };
}

export function outboxPartition(shard: number): string {
  return `OUTBOX#${shard}`;
}

export function outboxKey(caseId: string, id: string): Key {
  return { pk: outboxPartition(shardOf(caseId)), sk: keyPart(id) };
}

export function allowanceKey(key: string): Key {
  return { pk: `RATE#${keyPart(key)}`, sk: 'RATE' };
}

export const connectionsPartition = 'CONNECTIONS';

export function connectionKey(connectionId: string): Key {
  return { pk: connectionsPartition, sk: `CONNECTION#${keyPart(connectionId)}` };
}

export const currentConfigKey: Key = { pk: 'CONFIG', sk: 'CURRENT' };

export function policySetKey(version: string): Key {
  return { pk: 'CONFIG', sk: `POLICIES#${keyPart(version)}` };
}

export function configVersionKey(version: string): Key {
  return { pk: 'CONFIG', sk: `VERSION#${keyPart(version)}` };
}

export function queuePartition(view: View, shard: number): string {
  return `QUEUE#${view}#${shard}`;
}

export function assigneePartition(userId: string): string {
  return `ASSIGNEE#${keyPart(userId)}`;
}

export function customerPartition(address: string): string {
  return `CUSTOMER#${keyPart(address.toLowerCase())}`;
}

export const openPagesPartition = 'PAGES#OPEN';
export const allPagesPartition = 'PAGES';

export function failedPartition(shard: number): string {
  return `FAILED#${shard}`;
}

export function expiryPartition(shard: number): string {
  return `EXPIRES#${shard}`;
}

/** Queue of its view, list of its assignee while it is not done, list of its customer where the mail named one. */
export function caseIndexKeys(kase: Case): IndexKeys {
  const view = viewOf(kase.status);
  const place = `${priorityRank(kase.priority)}#${kase.nextDueAt ?? kase.createdAt}#${kase.id}`;
  const assigned = kase.assignee !== null && view !== 'done';
  return {
    gsi1pk: queuePartition(view, shardOf(kase.id)),
    gsi1sk: place,
    ...(assigned && { gsi2pk: assigneePartition(kase.assignee), gsi2sk: place }),
    ...(kase.requester.address !== '' && {
      gsi3pk: customerPartition(kase.requester.address),
      gsi3sk: `${kase.createdAt}#${kase.id}`,
    }),
  };
}

export function pageIndexKeys(page: Page): IndexKeys {
  return {
    ...(page.state === 'open' && {
      gsi1pk: openPagesPartition,
      gsi1sk: `${page.nextAttemptAt ?? page.openedAt}#${page.id}`,
    }),
    gsi2pk: allPagesPartition,
    gsi2sk: `${page.openedAt}#${page.id}`,
  };
}

export function marksPartition(shard: number): string {
  return `MARKS#${shard}`;
}

export const openEscalationsPartition = 'ESCALATIONS#OPEN';

/** By the next look while there is one, and by the oldest escalation that is open. */
export function slaIndexKeys({ caseId, nextLookAt, escalations }: CaseSla): IndexKeys {
  const oldest = escalations.find(({ state }) => state === 'open');
  return {
    ...(nextLookAt !== null && {
      gsi1pk: marksPartition(shardOf(caseId)),
      gsi1sk: `${nextLookAt}#${caseId}`,
    }),
    ...(oldest !== undefined && {
      gsi2pk: openEscalationsPartition,
      gsi2sk: `${oldest.openedAt}#${caseId}`,
    }),
  };
}

export function failedIndexKeys(failed: FailedIntake): IndexKeys {
  const name = keyPart(failed.rawKey);
  return { gsi1pk: failedPartition(shardOf(name)), gsi1sk: `${failed.failedAt}#${name}` };
}

/** `expiresAt` is epoch ms. */
export function expiryIndexKeys(key: Key, expiresAt: number): IndexKeys {
  return { gsi1pk: expiryPartition(shardOf(key.pk)), gsi1sk: `${padded(expiresAt, 15)}#${keyPart(key.pk)}` };
}

/** FNV-1a: even over random ids, and the same on every host. */
export function shardOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash % shardCount;
}

/** The text itself, or its SHA-256 where it is too long for a key. A text that looks like a hash is hashed too. */
export function keyPart(text: string): string {
  if (text === '') throw new DomainError('invalid', 'store.empty-key', 'an id or key is empty: name one');
  if (Buffer.byteLength(text) <= inlineKeyBytes && !text.startsWith('sha256:')) return text;
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Decimal digits that sort as numbers. */
export function padded(number: number, width = 8): string {
  return String(number).padStart(width, '0');
}

function casePartition(caseId: string): string {
  return `CASE#${keyPart(caseId)}`;
}

function pageNumber(pageId: string): string {
  return padded(Number(pageId.slice(pageId.lastIndexOf('-P') + 2)));
}
