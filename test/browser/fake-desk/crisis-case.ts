import type { StoredAttachment } from '../../../core/case/message.ts';
import { toInstant } from '../../../core/time/instant.ts';
import { closePage, openPage } from './open-page.ts';
import type { StoredDesk } from './stored-desk.ts';
import { writeIn } from './write-in.ts';

export const openCrisisId = 'HW-7K2MQ9XA';
export const ackedCrisisId = 'HW-3T8VWC0N';
const minuteMs = 60_000;
const noor = { name: 'Noor Haddad', address: 'noor.haddad@mail.test' };
const wes = { name: 'Wes Calloway', address: 'wes.calloway@inbox.test' };

/** An emergency that nobody has answered, and one that Ben took an hour ago. */
export function crisisCase(desk: StoredDesk, nowMs: number): void {
  writeIn(desk, openCrisisId, nowMs - 3 * minuteMs, {
    from: noor,
    subject: 'Lot 214 and everything else',
    reply:
      "I lost the auction and the rent money with it. I don't want to be here anymore, I have the pills on the table " +
      'and nobody will notice until Monday.\n\nI know people say "this auction is killing me" as a joke. This is not one.\n\n' +
      'The seller wrote from https://pay.example.test@collect-now.test/claim?id=214 and laughed.\n\nNoor',
    quoted:
      'On Sat, 21 Nov 2026 at 22:10, Harbor Auctions wrote:\n> Bidding on lot 214 has closed. Thank you for taking part.',
    priority: 'emergency',
    category: 'self-harm',
    why: 'A statement of not wanting to live, with means at hand, in the present tense and about the writer.',
    signs: [
      {
        rule: 'self-harm.not-be-here',
        category: 'self-harm',
        field: 'text',
        words: "don't want to be here anymore",
        level: 'emergency',
      },
      {
        rule: 'self-harm.means-at-hand',
        category: 'self-harm',
        field: 'text',
        words: 'have the pills on the table',
        level: 'emergency',
      },
      {
        rule: 'violence.killing',
        category: 'violence',
        field: 'text',
        words: 'this auction is killing me',
        level: 'low',
        suppressedBy: 'idiom:killing-me',
      },
    ],
    attachments: [
      file('0', 'message-from-seller.png', 'image/png', 48_213),
      file('1', 'letter.pdf', 'application/pdf', 1_204_113),
      {
        ...file('2', 'refund_form.exe', 'application/x-msdownload', 88_064),
        state: 'quarantined',
        reason: 'programs are not accepted by mail',
      },
    ],
  });
  openPage(desk, openCrisisId, nowMs - 3 * minuteMs + 100, ['ana']);

  const startMs = nowMs - 64 * minuteMs;
  writeIn(desk, ackedCrisisId, startMs, {
    from: wes,
    subject: 'He said he is coming to my house',
    reply:
      'The buyer of my last lot knows where I live. He wrote "I will be at your door tonight with a gun". My kids are here.',
    priority: 'emergency',
    category: 'threat-to-life',
    why: 'A threat received, with a weapon and a time.',
    signs: [
      {
        rule: 'threat.weapon-and-time',
        category: 'threat-to-life',
        field: 'text',
        words: 'be at your door tonight with a gun',
        level: 'emergency',
      },
    ],
  });
  const page = openPage(desk, ackedCrisisId, startMs + 90, ['ben']);
  closePage(desk, page.id, 'ben', startMs + 73_412);
  answer(desk, ackedCrisisId, startMs + 4 * minuteMs);
}

function answer(desk: StoredDesk, caseId: string, atMs: number): void {
  const actor = { kind: 'agent', userId: 'ben' } as const;
  const note = desk.nextMessageId();
  const sent = desk.nextMessageId();
  const empty = {
    cc: [],
    quoted: '',
    bodyKey: null,
    attachments: [],
    inReplyTo: null,
    references: [],
    verdict: null,
    automated: null,
    isPrivate: false,
    problems: [],
  };
  desk.addMessage({
    ...empty,
    caseId,
    id: note,
    kind: 'note',
    at: toInstant(atMs - 60_000),
    author: actor,
    from: null,
    to: [],
    subject: '',
    text: 'Buyer account frozen. County sheriff called at the number on file, reference 4471-B.',
    reply: '',
    rawKey: null,
    rfcMessageId: null,
    delivery: null,
  });
  desk.addMessage({
    ...empty,
    caseId,
    id: sent,
    kind: 'outbound',
    at: toInstant(atMs),
    author: actor,
    from: { name: 'Ben at Harbor Auctions', address: 'help@desk.test' },
    to: [wes],
    subject: 'Re: He said he is coming to my house',
    text: 'Wes, this is Ben. If he is near the house now, call 911 first and stay inside. We have frozen his account and told the sheriff; they have your address. Write back here at any time tonight, I am on this case.',
    reply: '',
    rawKey: `raw/${sent}`,
    rfcMessageId: `<${sent}@desk.test>`,
    delivery: { state: 'sent', at: toInstant(atMs + 320), providerMessageId: 'ses-77', detail: null },
  });
  desk.record(caseId, atMs - 60_000, [{ actor, fact: { type: 'note.added.v1', data: { messageId: note } } }]);
  desk.record(caseId, atMs, [
    {
      actor,
      fact: { type: 'message.sent.v1', data: { messageId: sent, to: [wes.address], automatic: false } },
    },
    { actor, fact: { type: 'case.status-changed.v1', data: { from: 'new', to: 'open', reason: null } } },
  ]);
  const page = desk.pagesOf(caseId)[0];
  if (page) desk.pages.set(page.id, { ...page, firstHumanReplyAt: toInstant(atMs) });
  desk.outbox.push({
    id: sent,
    at: toInstant(atMs),
    from: 'help@desk.test',
    to: [wes.address],
    subject: 'Re: He said he is coming to my house',
    state: 'kept',
    detail: null,
    text: 'Wes, this is Ben. If he is near the house now, call 911 first and stay inside.',
    html: '<p>Wes, this is <b>Ben</b>. If he is near the house now, call 911 first and stay inside.</p><script>parent.hacked = true</script><img src="https://tracker.example.test/p.gif" alt="tracker">',
  });
}

function file(id: string, name: string, contentType: string, size: number): StoredAttachment {
  return { id, name, contentType, size, sha256: '0'.repeat(64), inline: false, state: 'ok', reason: null };
}
