import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { splitReply } from '../../../core/mail/split-reply.ts';

interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly reply: string;
}

const folder = new URL('../../fixtures/replies/', import.meta.url);
const sentences = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

for (const file of readdirSync(folder)) {
  describe(`reply fixtures: ${file}`, () => {
    it.each(parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture[])('$name', ({ text, reply }) => {
      const split = splitReply(text);
      expect(split.reply).toBe(reply.trim());
      expect(`${split.reply}\n${split.quoted}`.replace(/\s+/g, '').length).toBe(
        text.replace(/\s+/g, '').length,
      );
    });
  });
}

describe('splitReply', () => {
  const hostile: Record<string, string> = {
    'attributions without an end': 'On Tue, 5 Mar 2024 at 14:02, x <a@b\n',
    'long lines that begin like an attribution': `On ${'x '.repeat(280)}\n`,
    'quotation marks': '>',
    'quotations and answers in turn': '> q\ntext\n',
    'labels that are no header': `Від кого: ${'x'.repeat(500)}\n`,
    'rules above half a header': '____\nFrom: a@b.c\n',
    'ruled words': `${'- '.repeat(80)}a${'- '.repeat(80)}\n`,
    'signature delimiters': '-- \n',
    'sign-offs': 'Best regards,\n',
    'device footers': 'Sent from my iPhone\n',
    'almost notices': `This e-mail is ${'a '.repeat(200)}\n\n`,
    'attributions inside lines': `On Mon ${' On Mon'.repeat(80)} wrote:\n`,
    blanks: ' '.repeat(2000),
    'carriage returns': '\r',
  };

  it.each(Object.entries(hostile))('takes linear time on a megabyte of %s', (_, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const started = process.cpuUsage();
    splitReply(text);
    const { user, system } = process.cpuUsage(started);
    // Some 150 ms on the slowest of these; quadratic code takes minutes.
    expect((user + system) / 1000).toBeLessThan(5_000);
  });

  it('loses no line of any text', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        '',
        '> quoted',
        '>> deeper',
        '-- ',
        '________________',
        'Best regards,',
        'Robin',
        'Sent from my iPhone',
        'On Tue, 5 Mar 2024 at 14:02, Desk <help@harborwatch.example> wrote:',
        'ok On Tue, 5 Mar 2024 at 14:02, Desk <help@harborwatch.example> wrote:',
        'From: a@example.com',
        'Sent: 5 March 2024',
        'Subject: lot',
        '-----Original Message-----',
        '##- Please type your reply above this line -##',
        'This e-mail is confidential.',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const text = lines.join(end);
        const { reply, quoted } = splitReply(text);
        const given = text.replace(/\s/g, '');
        const kept = `${reply}${quoted}`.replace(/\s/g, '');
        expect(kept.split('').toSorted().join('')).toBe(given.split('').toSorted().join(''));
        for (const whole of sentences(text)) {
          if (!/\swrote:$/.test(whole)) expect(sentences(`${reply}\n${quoted}`)).toContain(whole);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps what it does not read of a text beyond all measure', () => {
    const text = `first\n${'word\n'.repeat(400_000)}last`;
    const { reply, quoted } = splitReply(text);
    expect(reply.startsWith('first\nword')).toBe(true);
    expect(quoted.endsWith('last')).toBe(true);
    expect((reply + quoted).match(/word/g)).toHaveLength(400_000);
  });

  it('cuts at the marker of the desk', () => {
    const text = 'Yes please.\n\n=== write above ===\nDo you want it?';
    expect(splitReply(text, { marker: '=== write above ===' })).toEqual({
      reply: 'Yes please.',
      quoted: '=== write above ===\nDo you want it?',
    });
  });
});
