import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePriority } from '../../../core/case/priority.ts';
import { assess, HEAD_CHARS, TAIL_CHARS } from '../../../core/triage/assess.ts';
import { verdictSchema } from '../../../core/triage/verdict.ts';
import { loadFixtures } from './fixtures.ts';

const fixtures = ['tuning', 'frozen', 'frozen-2'].flatMap(loadFixtures);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom(...fixtures.map(({ text }) => text)), { maxLength: 4 })
    .map((parts) => parts.join('\u200b ')),
);

describe('assess', () => {
  it('returns a valid verdict for every labelled message, with spans that quote the text', () => {
    for (const fixture of fixtures) {
      const verdict = verdictSchema.parse(assess(fixture));
      for (const { field, span, text } of verdict.signals) {
        expect((field === 'subject' ? (fixture.subject ?? '') : fixture.text).slice(...span)).toBe(text);
      }
      expect(verdict.emergency).toBe(verdict.priority === 'emergency');
      expect(verdict.why).not.toBe('');
    }
  });

  it('never throws, keeps spans inside the text and is deterministic, whatever the string', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (subject, text, quoted) => {
        const verdict = assess({ subject, text, quoted });
        expect(assess({ subject, text, quoted })).toEqual(verdict);
        for (const { field, span, text: matched } of verdict.signals) {
          expect({ subject, text, quoted }[field].slice(...span)).toBe(matched);
          expect(span[1]).toBeGreaterThan(span[0]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never lowers a message because a benign sentence follows', () => {
    const lowered: string[] = [];
    const benign = [
      'Thank you for reading.',
      'My order number is 5512.',
      'Kind regards, Sam',
      'The parcel was blue.',
    ];
    for (const { text } of fixtures) {
      const before = assess({ text });
      for (const sentence of benign) {
        const after = assess({ text: `${text}\n\n${sentence}` });
        if (comparePriority(after.priority, before.priority) > 0) lowered.push(`${text} + ${sentence}`);
      }
    }
    expect(lowered).toEqual([]);
  });

  it.each([
    'This shipping is killing me!',
    'I would never hurt myself over a card.',
    'Is the Suicide Squad poster still for sale?',
    'Ten years ago I tried to kill myself. I am well now.',
    'I could just die of embarrassment.',
  ])('still sends a suppressed sign to a human: %s', (text) => {
    const { priority, emergency, signals, why } = assess({ text });
    expect(emergency).toBe(false);
    expect(signals.some(({ suppressedBy }) => suppressedBy !== undefined)).toBe(true);
    expect(comparePriority(priority, 'high')).toBeLessThanOrEqual(0);
    expect(why).toContain('a human should still look');
  });

  it.each([
    ['curly apostrophes', 'I can’t go on, I don’t want to live'],
    ['zero-width characters', 'I want to k\u200bill my\u200dself'],
    ['full-width letters', 'Ｉ ｗａｎｔ ｔｏ ｄｉｅ'],
    ['mathematical letters', '𝗜 𝘄𝗮𝗻𝘁 𝘁𝗼 𝗱𝗶𝗲'],
    ['Cyrillic lookalikes', 'I want to kіll mуsеlf'],
    ['combining accents', 'I want to ki\u0301ll mysélf'],
    ['leetspeak', 'i want to k1ll mys3lf'],
    ['masked letters', 'thinking about su!cide and s*icide'],
    ['spelled-out words', 'i will k i l l myself'],
    ['drawn-out letters', 'i want to dieeee'],
    ['code words', 'planning my sewerslide'],
    ['glued words', 'i will killmyself'],
    ['slips of the keys', 'i am suicidl, i want to kill mysefl'],
  ])('sees through %s', (_, text) => {
    const { emergency, signals } = assess({ text });
    expect(emergency).toBe(true);
    for (const { span, text: matched } of signals) expect(text.slice(...span)).toBe(matched);
  });

  it('weighs the subject', () => {
    expect(assess({ subject: 'I am going to kill myself', text: 'see subject' }).emergency).toBe(true);
  });

  it('does not weigh quoted text, but sends it to a human', () => {
    const verdict = assess({ text: 'Thanks, all solved.', quoted: 'I want to kill myself' });
    expect(verdict.emergency).toBe(false);
    expect(comparePriority(verdict.priority, 'high')).toBeLessThanOrEqual(0);
    expect(verdict.signals[0]).toMatchObject({ field: 'quoted', suppressedBy: 'quoted' });
    expect(assess({ text: 'Thanks, all solved.\n> I want to kill myself' }).emergency).toBe(false);
  });

  it('weighs quoted text when there is no new text, and says so', () => {
    const verdict = assess({ text: ' \n', quoted: 'I want to kill myself' });
    expect(verdict.emergency).toBe(true);
    expect(verdict.why).toContain('no new text');
  });

  it('weighs quoted text that the writer points at', () => {
    expect(
      assess({ text: 'Look what he sent me:', quoted: 'I will come to your house and kill you' }).emergency,
    ).toBe(true);
  });

  it('reads the beginning and the end of a very long text and says so', () => {
    const filler = 'The parcel was fine. '.repeat(60_000);
    const verdict = assess({ text: `${filler}I am going to kill myself` });
    expect(verdict.emergency).toBe(true);
    expect(verdict.why).toContain(String(HEAD_CHARS));
    expect(verdict.why).toContain(String(TAIL_CHARS));
  });

  it.each(['kill myself ', 'i want to ', '"> ', '\u0301', 'he will kill me if not ', '💊', 'a.b.c.d '])(
    'takes bounded time on a megabyte of %j',
    (unit) => {
      const start = process.cpuUsage();
      assess({ text: unit.repeat(Math.ceil(1_000_000 / unit.length)) });
      const { user, system } = process.cpuUsage(start);
      expect((user + system) / 1000).toBeLessThan(5_000);
    },
  );

  it('separates what a case is about where nobody is in danger', () => {
    const category = (text: string) => assess({ text }).category;
    expect(category('Someone hacked my account and changed my password.')).toBe('account-takeover');
    expect(category('Please send me a copy of my personal data under the GDPR.')).toBe('privacy-request');
    expect(category('The vase arrived broken.')).toBe('shipping-damage');
    expect(assess({ text: 'I am Detective Harmon with a subpoena for account records.' }).priority).toBe(
      'urgent',
    );
  });
});
