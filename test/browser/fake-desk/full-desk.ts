import type { Category } from '../../../core/case/category.ts';
import type { Priority } from '../../../core/case/priority.ts';
import type { Status } from '../../../core/case/status.ts';
import { toInstant } from '../../../core/time/instant.ts';
import { answerBack } from './answer-back.ts';
import { crisisCase } from './crisis-case.ts';
import { StoredDesk } from './stored-desk.ts';
import { tellLevel } from './tell-level.ts';
import { writeIn } from './write-in.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const minuteMs = 60_000;

const writers = [
  ['Maria Chen', 'maria.chen@post.test'],
  ['Tomasz Zieliński', 'tomasz@poczta.test'],
  ['Aoife Brennan', 'aoife.b@mail.test'],
  ['Jamal Whitaker', 'jwhitaker@inbox.test'],
  ['Lucía Fernández', 'lucia.fdez@correo.test'],
  ['Hiroko Tanaka', 'h.tanaka@mail.test'],
  ['', 'collector_88@mail.test'],
  ['Éloïse Marchand', 'eloise@courrier.test'],
  ['Samuel Adeyemi', 'sam.adeyemi@post.test'],
  ['Greta Lindqvist', 'greta@brev.test'],
] as const;

const letters: readonly (readonly [string, Category, Priority, string])[] = [
  [
    'Package never arrived, seller stopped answering',
    'non-delivery',
    'normal',
    'Paid on the 3rd, tracking has not moved since. Can you help?',
  ],
  [
    'He posted my home address in the chat',
    'stalking-doxxing',
    'urgent',
    'During the stream last night a bidder posted my street and house number. People are turning up.',
  ],
  [
    'Card looks trimmed, PSA label is wrong',
    'counterfeit',
    'normal',
    'The cert number belongs to another card. Photos at https://cards.example.test/cert/4471.',
  ],
  [
    'My account was taken over',
    'account-takeover',
    'high',
    'I cannot sign in, the e-mail was changed at 02:14 and two bids were placed that are not mine.',
  ],
  [
    'Seller wants me to pay outside the site',
    'off-platform',
    'normal',
    'He says it is cheaper by bank transfer. Is that allowed?',
  ],
  [
    'Box crushed, slab cracked',
    'shipping-damage',
    'low',
    'The outer box was soaked and the slab has a crack through the corner.',
  ],
  [
    'Same three accounts bid up every lot',
    'shill-bidding',
    'normal',
    'Compare the bid history of lots 12, 14 and 31. It is the same three names each time.',
  ],
  [
    'Someone pretends to be me',
    'impersonation',
    'high',
    'A new account uses my photo and shop name and writes to my buyers.',
  ],
  [
    'Please delete my data',
    'privacy-request',
    'low',
    'I closed my account in May and still get mail. Please delete everything that you hold.',
  ],
  [
    'He keeps sending me messages after I blocked him',
    'harassment',
    'high',
    'Four new accounts in two days, the same words each time. I am scared to stream.',
  ],
  [
    'Appeal of my suspension',
    'appeal',
    'normal',
    'I was suspended for a knife listing. It is a letter opener. This shipping desk is killing me.',
  ],
];

const states: readonly Status[] = [
  'new',
  'open',
  'open',
  'new',
  'pending',
  'open',
  'on-hold',
  'open',
  'solved',
  'new',
];
const owners = [null, 'ben', null, 'dana', 'ana', null] as const;

/** Sixty cases: one live emergency with a page, one that was acknowledged, and the usual night's work. */
export function fullDesk(nowMs: number): StoredDesk {
  const desk = new StoredDesk();
  crisisCase(desk, nowMs);
  for (let index = 0; desk.cases.size < 60; index += 1) ordinaryCase(desk, index, nowMs);
  desk.passTime(nowMs);
  tellSomebody(desk, nowMs);
  desk.failed = [
    {
      rawKey: 'raw/2026/11/22/01JD7Z0R4T',
      receivedAt: toInstant(nowMs - 42 * minuteMs),
      failedAt: toInstant(nowMs - 41 * minuteMs),
      envelope: { from: 'no-reply@carrier.test', to: ['help@desk.test'] },
      verdicts: null,
      error: 'the store did not answer within 10 s, 5 times: try again when it is up',
    },
  ];
  return desk;
}

export function caseIdOf(index: number): string {
  let left = index * 7919 + 104_729;
  let text = '';
  for (let place = 0; place < 8; place += 1) {
    text = (alphabet[left % 32] ?? '0') + text;
    left = Math.floor(left / 32) + index * 31 + place;
  }
  return `HW-${text}`;
}

function ordinaryCase(desk: StoredDesk, index: number, nowMs: number): void {
  const id = caseIdOf(index + 3);
  const [name, address] = writers[index % writers.length] ?? writers[0];
  const letter = letters[(index * 3) % letters.length];
  if (!letter) throw new Error('fixture: no letter');
  const [subject, category, priority, reply] = letter;
  const atMs = nowMs - (17 + index * 23) * minuteMs;
  writeIn(desk, id, atMs, {
    from: { name, address },
    subject,
    reply: `Hello,\n\n${reply}\n\nThank you\n${name}`,
    category,
    priority,
    why: `The words match the rules of ${category}.`,
    ...(index % 13 === 4 ? { flags: ['untrusted-sender'] as const } : {}),
  });
  const status = states[index % states.length] ?? 'new';
  const owner = owners[index % owners.length] ?? null;
  if (status === 'new') return;
  const actor = { kind: 'agent', userId: owner ?? 'ben' } as const;
  // Three in four were answered within ten minutes; the others are what a night leaves behind.
  if (index % 4 !== 1)
    answerBack(desk, id, atMs + 4 * minuteMs, {
      userId: actor.userId,
      to: { name, address },
      text: 'Thank you for writing. We look into it now and come back to you.',
    });
  desk.record(id, atMs + 5 * minuteMs, [
    { actor, fact: { type: 'case.status-changed.v1', data: { from: 'new', to: status, reason: null } } },
    { actor, fact: { type: 'case.assigned.v1', data: { from: null, to: owner, reason: null } } },
  ]);
}

/** Of the escalations that time has brought, the first has told the agent's level and then the leads. */
function tellSomebody(desk: StoredDesk, nowMs: number): void {
  const [first] = [...desk.slas.values()]
    .flatMap(({ escalations }) => escalations)
    .filter(({ state, cause }) => state === 'open' && cause.kind === 'promise');
  if (!first) return;
  tellLevel(desk, first.id, nowMs - 21 * minuteMs, [desk.cases.get(first.caseId)?.assignee ?? 'ana']);
  tellLevel(desk, first.id, nowMs - 6 * minuteMs, ['chidi']);
  const askedOf = [...desk.cases.values()].find(({ subject }) => subject === 'My account was taken over');
  if (!askedOf) throw new Error('fixture: nobody lost an account');
  desk.record(askedOf.id, nowMs - 9 * minuteMs, [
    {
      actor: { kind: 'agent', userId: 'ben' },
      fact: {
        type: 'case.escalated.v1',
        data: {
          to: { user: 'ana' },
          reason: 'You know this ring of accounts; please look before they bid again.',
        },
      },
    },
  ]);
}
