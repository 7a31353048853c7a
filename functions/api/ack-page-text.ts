import type { Acknowledgement } from '../../app/acknowledge-page.ts';
import type { DeskConfig } from '../../core/config/desk-config.ts';
import type { DomainError } from '../../core/errors.ts';
import type { Page } from '../../core/page/page.ts';
import { toEpochMs } from '../../core/time/instant.ts';
import type { AckPageText } from './ack-page.ts';
import { nameOfUser } from './desk-user.ts';

/** What a page behind a link knows of the desk. */
export interface AckSurroundings {
  readonly config: Pick<DeskConfig, 'users'>;
  readonly publicUrl: string;
  /** Epoch ms. */
  readonly now: number;
}

/** What a look at the link shows: the page as it is, and the button while it is open. */
export function shownText(page: Page, userId: string, around: AckSurroundings): AckPageText {
  const asked = nameOfUser(userId, around.config);
  const base = { facts: facts(page, asked, around), link: caseLink(page, around) };
  if (page.state === 'open')
    return {
      ...base,
      tone: 'urgent',
      title: `Page ${page.id}: a person may be at risk`,
      lead: `${asked}, acknowledge to take this case. Until somebody does, the desk keeps paging.`,
      button: 'I have it: acknowledge',
    };
  return { ...base, ...closedText(page, userId, around), button: null };
}

/** What the button did. */
export function outcomeText(result: Acknowledgement, userId: string, around: AckSurroundings): AckPageText {
  const { page } = result;
  const asked = nameOfUser(userId, around.config);
  return {
    facts: facts(page, asked, around),
    link: caseLink(page, around),
    ...closedText(page, userId, around),
    button: null,
  };
}

/** What to do with a link that is of no use any more. */
export function refusedText(error: DomainError, publicUrl: string): AckPageText {
  return {
    tone: 'neutral',
    title: error.code === 'ack-link.expired' ? 'This link has expired' : 'This link does not work',
    lead: `${error.message} What is still open goes on until somebody acknowledges it.`,
    facts: [],
    button: null,
    link: { href: publicUrl, text: 'Open the console' },
  };
}

function closedText(page: Page, userId: string, { config }: AckSurroundings) {
  if (page.ack?.userId === userId)
    return {
      tone: 'done' as const,
      title: 'You have it',
      lead: `You acknowledged page ${page.id} at ${readable(page.ack.at)}. Paging has stopped and the case is yours.`,
    };
  if (page.ack)
    return {
      tone: 'neutral' as const,
      title: `${nameOfUser(page.ack.userId, config)} was first`,
      lead: `${nameOfUser(page.ack.userId, config)} acknowledged page ${page.id} at ${readable(page.ack.at)} and has the case. You need do nothing.`,
    };
  const by = page.cancelled;
  return {
    tone: 'neutral' as const,
    title: 'This page was cancelled',
    lead: by
      ? `${nameOfUser(by.userId, config)} cancelled page ${page.id} at ${readable(by.at)}. You need do nothing.`
      : `Page ${page.id} was cancelled. You need do nothing.`,
  };
}

function facts(page: Page, asked: string, { now }: AckSurroundings): AckPageText['facts'] {
  return [
    ['Page', page.id],
    ['Category', page.category.replaceAll('-', ' ')],
    ['Opened', `${readable(page.openedAt)} (${ago(now - toEpochMs(page.openedAt))})`],
    ['Asked', asked],
    ['State', page.state],
  ];
}

function caseLink(page: Page, { publicUrl }: AckSurroundings) {
  return { href: `${publicUrl}/cases/${page.caseId}`, text: `Open case ${page.caseId} in the console` };
}

/** `2026-11-22 10:24:00 UTC`: no locale is known here, and an ambiguous time is worse than a foreign one. */
export function readable(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;
}

export function ago(elapsedMs: number): string {
  const minutes = Math.floor(Math.max(0, elapsedMs) / 60_000);
  if (minutes < 1) return 'less than a minute ago';
  if (minutes < 120) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  return `${Math.floor(minutes / 60)} hours ago`;
}
