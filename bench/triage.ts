import { assess } from '../core/triage/assess.ts';
import { loadFixtures } from '../test/unit/triage/fixtures.ts';

const ordinary =
  'Hello, I won lot {n} in the Saturday evening show and paid the invoice the same night. The tracking number has ' +
  "not moved since it left the depot in Memphis, and the seller hasn't answered my two messages. Could you please " +
  'check where the parcel is, and if it is lost tell me how the insurance works? The card was a gift for my nephew, ' +
  "whose birthday is on the 14th. Order {n}, username mintycards{n}. Thanks so much for your help, I'm happy to wait.";

const fixtures = [
  'tuning',
  'frozen',
  'frozen-2',
  'frozen-3',
  'frozen-4',
  'frozen-5',
  'blind-1',
  'blind-2',
  'blind-3',
  'blind-4',
  'blind-5',
  'blind-6',
].flatMap(loadFixtures);
const mixed = fixtures.map(({ text }) => text);
const plain = Array.from({ length: 2_000 }, (_, n) => ordinary.replaceAll('{n}', String(4_000 + n)));

/** Messages per second of CPU time (one core, whatever else the machine does) over about two seconds. */
function rate(texts: readonly string[]): string {
  for (const text of texts) assess({ text });
  const start = process.cpuUsage();
  let done = 0;
  let spentMicros = 0;
  while (spentMicros < 2_000_000) {
    for (const text of texts) assess({ text });
    done += texts.length;
    const { user, system } = process.cpuUsage(start);
    spentMicros = user + system;
  }
  return Math.round(done / (spentMicros / 1e6)).toLocaleString('en');
}

const averageChars = (texts: readonly string[]): number =>
  Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);

console.log(
  `triage: ${rate(plain)} messages/s/core (ordinary mail, ${averageChars(plain)} characters), ` +
    `${rate(mixed)} messages/s/core (labelled messages, ${averageChars(mixed)} characters); budget 20,000`,
);
