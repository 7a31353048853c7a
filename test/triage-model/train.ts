/**
 * Trains the model of core/triage/resemblance.ts on the labelled messages: logistic regression by stochastic
 * gradient descent with weight decay, seeded, so that the same messages give the same file.
 * `node test/triage-model/train.ts` writes core/triage/rules/resemblance-weights.ts.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sentencesOf } from '../../core/triage/resemblance.ts';
import { loadFixtures } from '../unit/triage/fixtures.ts';

export interface Labelled {
  readonly file: string;
  readonly subject: string;
  readonly text: string;
  readonly emergency: boolean;
}

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'triage');
const target = join(import.meta.dirname, '..', '..', 'core', 'triage', 'rules', 'resemblance-weights.ts');
const epochs = 30;
const leastMessages = 3;
const mostFeatures = 2_000;

export function labelledMessages(): Labelled[] {
  const files = readdirSync(fixtures)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  return files.flatMap((file) =>
    loadFixtures(basename(file, '.yaml')).map(({ subject = '', text, emergency }) => ({
      file,
      subject,
      text,
      emergency,
    })),
  );
}

/** The weights in the form that `readWeights` reads. */
export function train(messages: readonly Labelled[]): string {
  const examples = messages.map(({ subject, text, emergency }) => ({
    features: [...sentencesOf(subject), ...sentencesOf(text)].flatMap(({ features }) => features),
    label: emergency ? 1 : 0,
  }));
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const known = examples.map(({ features, label }) => ({
    label,
    features: features.filter((feature) => (counts.get(feature) ?? 0) >= leastMessages),
  }));
  const learned = new Map<string, number>();
  let base = 0;
  let seed = 1;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = 0.5 / (1 + epoch * 0.1);
    const order = known.map((example) => ({ at: random(), example })).sort((a, b) => a.at - b.at);
    for (const { example } of order) {
      const scale = 1 / Math.sqrt(example.features.length || 1);
      const sum = example.features.reduce((total, feature) => total + (learned.get(feature) ?? 0), 0);
      const error = example.label - 1 / (1 + Math.exp(-(base + sum * scale)));
      base += rate * error * 0.1;
      for (const feature of example.features)
        learned.set(feature, (learned.get(feature) ?? 0) * (1 - rate * 1e-3) + 2 * rate * error * scale);
    }
  }
  return written(base, learned);
}

function written(base: number, learned: ReadonlyMap<string, number>): string {
  const strongest = [...learned].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1));
  const groups = new Map<number, string[]>();
  for (const [feature, weight] of strongest.slice(0, mostFeatures)) {
    const tenths = Math.round(weight * 10);
    groups.set(tenths, [...(groups.get(tenths) ?? []), feature]);
  }
  const rows = [...groups]
    .sort(([a], [b]) => b - a)
    .map(([tenths, features]) => [tenths, ...features.sort()].join(','));
  return `${base.toFixed(2)};${rows.join('|')}`;
}

export function moduleOf(text: string): string {
  return `/** Learned from the labelled messages by test/triage-model/train.ts; do not edit. */\nexport const weights =\n  '${text}';\n`;
}

if (import.meta.main) writeFileSync(target, moduleOf(train(labelledMessages())));
