/** HMAC of a text under a purpose, lower-case base32 or hex. The key stays with the caller. */
export type Mac = (purpose: string, text: string) => string;

/** 100 bits of base32: not to be guessed by mail, and the local part stays within the 64 octets of RFC 5321. */
const CASE_MAC_LENGTH = 20;
/** 80 bits: the page address also carries a user id. */
const PAGE_MAC_LENGTH = 16;
/** 80 bits: with the id of the consult the local part comes to 63 octets. */
const CONSULT_MAC_LENGTH = 16;

const CASE_ID = 'HW-[0-9A-HJKMNP-TV-Z]{8}';
const CASE_ADDRESS = new RegExp(`^case\\+(${CASE_ID})\\.([0-9a-z]{1,64})@`, 'i');
const PAGE_ADDRESS = new RegExp(
  `^page\\+(${CASE_ID}-P[1-9]\\d{0,5})\\.([a-z0-9]+(?:-[a-z0-9]+)*)\\.([0-9a-z]{1,64})@`,
  'i',
);
const CONSULT_ADDRESS = new RegExp(
  `^consult\\+(${CASE_ID})\\.([0-9a-hjkmnp-tv-z]{26})\\.([0-9a-z]{1,64})@`,
  'i',
);
const MESSAGE_ID = new RegExp(`^<(${CASE_ID})\\.([0-9a-hjkmnp-tv-z]{26})\\.([0-9a-z]{1,64})@[^<>]+>$`, 'i');

const caseMac = (mac: Mac, caseId: string): string => mac('case-reply', caseId).slice(0, CASE_MAC_LENGTH);

const pageMac = (mac: Mac, pageId: string, userId: string): string =>
  mac('page-reply', `${pageId} ${userId}`).slice(0, PAGE_MAC_LENGTH);

const consultMac = (mac: Mac, caseId: string, consultId: string): string =>
  mac('consult-reply', `${caseId} ${consultId}`).slice(0, CONSULT_MAC_LENGTH);

const messageMac = (mac: Mac, caseId: string, ulid: string): string =>
  mac('message-id', `${caseId} ${ulid}`).slice(0, CASE_MAC_LENGTH);

/** `case+<id>.<mac>@domain`. Who holds it may write to the case; see `decideThread` for what that earns. */
export function replyAddress(caseId: string, domain: string, mac: Mac): string {
  return `case+${caseId.toLowerCase()}.${caseMac(mac, caseId)}@${domain}`;
}

/** The case id of a reply address of ours, or null. Relays that change the letter case do no harm. */
export function parseReplyAddress(address: string, mac: Mac): string | null {
  const match = CASE_ADDRESS.exec(address.trim());
  if (!match) return null;
  const caseId = (match[1] ?? '').toUpperCase();
  return sameText((match[2] ?? '').toLowerCase(), caseMac(mac, caseId)) ? caseId : null;
}

/** `page+<pageId>.<userId>.<mac>@domain`: an answer to it speaks for that user about that page only. */
export function pageReplyAddress(pageId: string, userId: string, domain: string, mac: Mac): string {
  return `page+${pageId.toLowerCase()}.${userId}.${pageMac(mac, pageId, userId)}@${domain}`;
}

export function parsePageReplyAddress(address: string, mac: Mac): { pageId: string; userId: string } | null {
  const match = PAGE_ADDRESS.exec(address.trim());
  if (!match) return null;
  const pageId = (match[1] ?? '').toUpperCase();
  const userId = (match[2] ?? '').toLowerCase();
  return sameText((match[3] ?? '').toLowerCase(), pageMac(mac, pageId, userId)) ? { pageId, userId } : null;
}

/**
 * `consult+<id>.<consultId>.<mac>@domain`: where a department answers one question. The customer holds the case's
 * own reply address, and must not be able to speak as the department with it.
 */
export function consultReplyAddress(caseId: string, consultId: string, domain: string, mac: Mac): string {
  return `consult+${caseId.toLowerCase()}.${consultId.toLowerCase()}.${consultMac(mac, caseId, consultId)}@${domain}`;
}

export function parseConsultReplyAddress(
  address: string,
  mac: Mac,
): { caseId: string; consultId: string } | null {
  const match = CONSULT_ADDRESS.exec(address.trim());
  if (!match) return null;
  const caseId = (match[1] ?? '').toUpperCase();
  const consultId = (match[2] ?? '').toUpperCase();
  return sameText((match[3] ?? '').toLowerCase(), consultMac(mac, caseId, consultId))
    ? { caseId, consultId }
    : null;
}

export interface OutboundMessage {
  readonly caseId: string;
  readonly messageUlid: string;
  readonly domain: string;
  readonly mac: Mac;
}

/** A Message-ID, with angle brackets, that an answer proves it was written to: it names the case and is signed. */
export function signedMessageId({ caseId, messageUlid, domain, mac }: OutboundMessage): string {
  return `<${caseId.toLowerCase()}.${messageUlid.toLowerCase()}.${messageMac(mac, caseId, messageUlid.toUpperCase())}@${domain}>`;
}

export function verifyMessageId(id: string, mac: Mac): { caseId: string } | null {
  const match = MESSAGE_ID.exec(id.trim());
  if (!match) return null;
  const caseId = (match[1] ?? '').toUpperCase();
  const expected = messageMac(mac, caseId, (match[2] ?? '').toUpperCase());
  return sameText((match[3] ?? '').toLowerCase(), expected) ? { caseId } : null;
}

/** The case id of a `[HW-XXXXXXXX]` in a subject, or null. Proves nothing: anybody can write it. */
export function subjectToken(subject: string): string | null {
  const match = new RegExp(`\\[(${CASE_ID})\\]`, 'i').exec(subject.slice(0, 2000));
  return match ? (match[1] ?? '').toUpperCase() : null;
}

/** Compares without stopping at the first difference, so that time tells nothing about the MAC. */
function sameText(given: string, expected: string): boolean {
  if (expected === '' || given.length !== expected.length) return false;
  let difference = 0;
  for (let i = 0; i < expected.length; i++) difference |= given.charCodeAt(i) ^ expected.charCodeAt(i);
  return difference === 0;
}
