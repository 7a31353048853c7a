import { expect, test } from 'vitest';
import type { AckOutcome, PageItem } from '../../../console/src/api/page-item.ts';
import { pageStamps } from '../../../console/src/case/page-stamps.ts';
import type { PageFrame } from '../../../console/src/live/frames.ts';
import { ackWords } from '../../../console/src/paging/ack-words.ts';
import { ringingPages, unseenKeys } from '../../../console/src/paging/ringing-pages.ts';
import { ackedCrisisId, openCrisisId } from '../../browser/fake-desk/crisis-case.ts';
import { fullDesk } from '../../browser/fake-desk/full-desk.ts';

const nowMs = Date.parse('2026-11-22T03:12:00.000Z');
const desk = fullDesk(nowMs);
const pageId = `${openCrisisId}-P1`;
const items: readonly PageItem[] = [...desk.pages.values()].map((page) => {
  const subject = desk.cases.get(page.caseId);
  if (!subject) throw new Error(page.caseId);
  return { page, attempts: desk.attempts.filter((attempt) => attempt.pageId === page.id), case: subject };
});
const none = new Map<string, PageFrame>();

test('an open page rings for whom it was sent to, and for nobody else', () => {
  expect(ringingPages(items, none, 'ana').map((page) => page.pageId)).toEqual([pageId]);
  expect(ringingPages(items, none, 'ben')).toEqual([]);
});

test('a push rings although the list does not know the page', () => {
  const frame = {
    type: 'page',
    pageId: 'HW-00000000-P1',
    caseId: 'HW-00000000',
    code: '',
    title: '',
    text: '',
    attemptKey: 'k',
  } as const;
  expect(ringingPages([], new Map([[frame.pageId, frame]]), 'ben')).toEqual([
    { pageId: frame.pageId, caseId: frame.caseId, attemptKey: 'k' },
  ]);
});

test('only attempts on this console wait to be seen', () => {
  expect(unseenKeys(items, none, 'ana')).toEqual([`${pageId}#0#ana#console`]);
});

test('the stamps of a page run from the mail to the human reply, the first of several attempts each', () => {
  const page = desk.pagesOf(ackedCrisisId)[0];
  if (!page) throw new Error('fixture');
  const stamps = pageStamps(
    page,
    desk.attempts.filter((attempt) => attempt.pageId === page.id),
  );
  expect(stamps.map(({ label, afterMs }) => [label, afterMs])).toEqual([
    ['Received', 0],
    ['Detected', 55],
    ['Committed', 96],
    ['Dispatched', 114],
    ['Accepted', 117],
    ['Delivered', 129],
    ['Seen', 69_306],
    ['Acknowledged', 73_418],
    ['Human reply', 240_006],
  ]);
});

test('who is second is told who was first', () => {
  const at = new Date(nowMs).toISOString();
  const outcome = { outcome: 'already-acknowledged', by: { id: 'ana', name: 'Ana Ortiz' }, at } as AckOutcome;
  expect(ackWords(outcome, nowMs + 12_000)).toMatch(
    /^Ana Ortiz acknowledged 12 s before you at \d\d:12:00\.$/,
  );
  expect(ackWords(outcome, nowMs - 3000)).toMatch(/^Ana Ortiz acknowledged a moment before you at/);
});
