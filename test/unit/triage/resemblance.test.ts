import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assess } from '../../../core/triage/assess.ts';
import { RESEMBLES, readWeights, resemblance } from '../../../core/triage/resemblance.ts';
import { type Labelled, labelledMessages, moduleOf, train } from '../../triage-model/train.ts';

const messages = labelledMessages();
const share = (part: readonly unknown[], whole: readonly unknown[]) =>
  part.length / Math.max(1, whole.length);

test('the weights are the ones that training on the labelled messages gives', () => {
  const file = 'core/triage/rules/resemblance-weights.ts';
  expect(
    readFileSync(file, 'utf8') === moduleOf(train(messages)),
    'run node test/triage-model/train.ts',
  ).toBe(true);
});

test('on sets it was not trained on, it hears most people in danger and few others', () => {
  const resembles = (message: Labelled, weights: ReturnType<typeof readWeights>) =>
    (resemblance(message.text, weights)?.score ?? 0) > RESEMBLES;
  const heard: Labelled[] = [];
  for (const file of new Set(messages.map((message) => message.file))) {
    const weights = readWeights(train(messages.filter((message) => message.file !== file)));
    heard.push(...messages.filter((message) => message.file === file && resembles(message, weights)));
  }
  const dangers = messages.filter(({ emergency }) => emergency);
  const others = messages.filter(({ emergency }) => !emergency);
  const recall = share(
    heard.filter(({ emergency }) => emergency),
    dangers,
  );
  const falsePages = share(
    heard.filter(({ emergency }) => !emergency),
    others,
  );
  console.log(
    `resemblance alone, each set left out in turn: recall ${recall.toFixed(3)}, others ${falsePages.toFixed(3)}`,
  );
  expect(recall).toBeGreaterThan(0.5);
  expect(falsePages).toBeLessThan(0.1);
});

test('a harmless sentence beside it never lowers the score', () => {
  const harmless = 'Thank you for the quick shipping of my order.';
  for (const { text } of messages) {
    const alone = resemblance(text)?.score ?? Number.NEGATIVE_INFINITY;
    for (const together of [`${harmless}\n${text}`, `${text}\n${harmless}`])
      expect(resemblance(together)?.score ?? Number.NEGATIVE_INFINITY).toBeGreaterThanOrEqual(alone);
  }
});

test('quoted lines do not count, and a message in which no rule sees anything is left alone', () => {
  const danger = 'I am going to kill myself tonight, I want to die and nobody will miss me';
  expect(resemblance(`> ${danger}`)).toBeNull();
  expect(assess({ text: 'Thank you, the parcel came today.' }).emergency).toBe(false);
});
