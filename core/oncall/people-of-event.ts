import type { IcsEvent } from '../calendar/ics-events.ts';
import { type IcsLine, icsProblem } from '../calendar/ics-lines.ts';
import { readIcsText } from '../calendar/ics-text.ts';
import { userProperty } from './ics-feed.ts';

/** A user as far as a calendar of somebody else can name one. */
export interface NamedUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Between people of whom each is named in full. */
const separator = /\s*(?:[,;/&+]|\band\b)\s*/i;

/**
 * Whom an event puts on duty: those whom our own feed names, else its attendees (but rooms and who declined),
 * else the people in its summary. Never a guess: who is unknown or named ambiguously is a problem.
 * @throws DomainError `invalid` `ics.line`
 */
export function peopleOfEvent(event: IcsEvent, users: readonly NamedUser[]): string[] {
  const own = event.lines.filter(({ name }) => name === userProperty);
  const attendees = event.lines.filter((line) => line.name === 'ATTENDEE' && isPersonWhoComes(line));
  if (own.length > 0) return unique(own.map((line) => userOf(line, readIcsText(line.value), users)));
  if (attendees.length > 0) return unique(attendees.map((line) => attendeeOf(line, users)));
  const summary = event.properties.get('SUMMARY');
  if (summary === undefined)
    throw icsProblem(event.line, 'the event names nobody; give it a SUMMARY or an ATTENDEE with a user');
  return peopleInText(summary, readIcsText(summary.value), users);
}

function isPersonWhoComes({ params }: IcsLine): boolean {
  const kind = (params['CUTYPE'] ?? 'INDIVIDUAL').toUpperCase();
  return !['ROOM', 'RESOURCE'].includes(kind) && params['PARTSTAT']?.toUpperCase() !== 'DECLINED';
}

function attendeeOf(line: IcsLine, users: readonly NamedUser[]): string {
  const address = line.value.trim().replace(/^mailto:/i, '');
  const byAddress = called(address, users);
  if (byAddress.length > 0) return only(line, byAddress);
  return userOf(line, line.params['CN'] ?? address, users);
}

function userOf(line: IcsLine, text: string, users: readonly NamedUser[]): string {
  return only(line, called(text, users), text);
}

function peopleInText(line: IcsLine, text: string, users: readonly NamedUser[]): string[] {
  const parts = text.split(separator).map((part) => called(part, users));
  const whole = called(text, users);
  if (whole.length > 0) return [only(line, whole)];
  if (parts.every((found) => found.length > 0)) return unique(parts.map((found) => only(line, found)));
  return [only(line, mentioned(text, users), text)];
}

/** The users of whom `text` is the id, the name or the address. */
function called(text: string, users: readonly NamedUser[]): string[] {
  const wanted = folded(text);
  return users
    .filter(({ id, name, email }) => [id, name, email].some((known) => folded(known) === wanted))
    .map(({ id }) => id);
}

/** The users named somewhere in `text`, but those of whom only a part of somebody else's longer name is there. */
function mentioned(text: string, users: readonly NamedUser[]): string[] {
  const within = folded(text);
  const found = users.flatMap(({ id, name, email }) =>
    [id, name, email].flatMap((known) =>
      placesOf(folded(known), within).map((from) => ({ id, from, to: from + folded(known).length })),
    ),
  );
  const isPartOf = (inner: (typeof found)[number], outer: (typeof found)[number]) =>
    inner.id !== outer.id &&
    outer.from <= inner.from &&
    outer.to >= inner.to &&
    outer.to - outer.from > inner.to - inner.from;
  return unique(found.filter((place) => !found.some((other) => isPartOf(place, other))).map(({ id }) => id));
}

/** Where `word` stands in `text` as a word or words of its own. */
function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}_]/u.test(char);
  for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) places.push(at);
  }
  return places;
}

function only(line: IcsLine, ids: readonly string[], text = ''): string {
  const [id, ...more] = ids;
  if (id === undefined)
    throw icsProblem(
      line.number,
      `${line.name} "${text.slice(0, 60)}" names none of the users; write the id, name or address of one`,
    );
  if (more.length > 0)
    throw icsProblem(line.number, `${line.name} may mean ${ids.join(' or ')}; write the id of the one meant`);
  return id;
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
