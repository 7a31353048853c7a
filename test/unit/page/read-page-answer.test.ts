import { expect, test } from 'vitest';
import { readPageAnswer } from '../../../core/page/read-page-answer.ts';

const answers = {
  acknowledge: [
    'ACK',
    'ack.',
    'Acknowledged',
    'Ana here, ack',
    'on it',
    "I'm on it right away",
    'I am on it',
    'Got it, thanks',
    "Hi, I'll take it",
    'Yes, taking this one',
    'ok',
    'Mine',
    "It's mine",
    'No worries, on it',
    'I’ve got it',
  ],
  decline: [
    "I can't, I am driving",
    "This isn't mine",
    "I haven't got it",
    'Not on it',
    'Nobody is on it here',
    'I am on holiday, Ben should be on it',
    'ok no',
    'Ask Ben, I am off sick',
    'I did not ack this',
  ],
  unclear: [
    '',
    'What is this?',
    'Is anyone on it?',
    'Who has got it?',
    'ok?',
    'Ack?',
    'Ben is on it',
    'yes but I am driving',
    'Someone please ack this',
    'Could Ben acknowledge it',
    'On Fri, Nov 20, the desk wrote:',
    'Should I ack it',
    'I will ack in the morning if it is still there',
  ],
} as const;

for (const [expected, lines] of Object.entries(answers))
  test.each(lines)(`%j means ${expected}`, (line) => {
    expect(readPageAnswer(line)).toBe(expected);
  });

test('only the first written line counts', () => {
  expect(readPageAnswer('\n  \nACK\n\nThis mail is not for anyone else.')).toBe('acknowledge');
  expect(readPageAnswer('What is it about\nack')).toBe('unclear');
});
