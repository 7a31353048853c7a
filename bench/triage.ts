import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { assess } from '../core/triage/assess.ts';

interface Fixture {
  readonly subject?: string;
  readonly text: string;
}

const ordinary =
  'Hello, I won lot {n} in the Saturday evening show and paid the invoice the same night. The tracking number has ' +
  "not moved since it left the depot in Memphis, and the seller hasn't answered my two messages. Could you please " +
  'check where the parcel is, and if it is lost tell me how the insurance works? The card was a gift for my nephew, ' +
  "whose birthday is on the 14th. Order {n}, username mintycards{n}. Thanks so much for your help, I'm happy to wait.";

const fixtures = ['tuning', 'frozen', 'frozen-2', 'frozen-3', 'frozen-4', 'frozen-5'].flatMap(
  (name): Fixture[] =>
    parse(readFileSync(new URL(`../test/fixtures/triage/${name}.yaml`, import.meta.url), 'utf8')),
);
const mixed = fixtures.map(({ text }) => text);
const plain = Array.from({ length: 2_000 }, (_, n) => ordinary.replaceAll('{n}', String(4_000 + n)));

/** Messages per second on one core over at least two seconds, after a warm-up. */
function rate(texts: readonly string[]): number {
  for (const text of texts) assess({ text });
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < 2_000) {
    for (const text of texts) assess({ text });
    done += texts.length;
  }
  return done / ((performance.now() - start) / 1000);
}

const averageChars = (texts: readonly string[]): number =>
  Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);

const loadStart = performance.now();
assess({ text: 'warm' });
console.log(
  `triage: ${Math.round(rate(plain)).toLocaleString('en')} messages/s on one core (ordinary mail, ${averageChars(plain)} characters), ` +
    `${Math.round(rate(mixed)).toLocaleString('en')} messages/s (labelled messages, ${averageChars(mixed)} characters), ` +
    `first verdict after load ${(performance.now() - loadStart).toFixed(0)} ms with both runs; budget 20,000 messages/s`,
);
