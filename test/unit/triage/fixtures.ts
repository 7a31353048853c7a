import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { categories } from '../../../core/case/category.ts';
import { assess } from '../../../core/triage/assess.ts';

const fixtureSchema = z.strictObject({
  id: z.string(),
  subject: z.string().optional(),
  text: z.string(),
  emergency: z.boolean(),
  category: z.enum(categories),
  kind: z.string(),
});

export type Fixture = z.infer<typeof fixtureSchema>;

export function loadFixtures(name: string): Fixture[] {
  const file = new URL(`../../fixtures/triage/${name}.yaml`, import.meta.url);
  return z.array(fixtureSchema).parse(parse(readFileSync(file, 'utf8')));
}

export interface Score {
  readonly recall: number;
  readonly falsePages: number;
  readonly missed: readonly Fixture[];
  readonly paged: readonly Fixture[];
  readonly line: string;
}

/** Recall over emergencies, false pages over everything else. */
export function score(name: string, fixtures: readonly Fixture[]): Score {
  const emergencies = fixtures.filter(({ emergency }) => emergency);
  const others = fixtures.filter(({ emergency }) => !emergency);
  const isPaged = (fixture: Fixture): boolean => assess(fixture).emergency;
  const missed = emergencies.filter((fixture) => !isPaged(fixture));
  const paged = others.filter(isPaged);
  const recall = 1 - missed.length / emergencies.length;
  const falsePages = paged.length / others.length;
  const line =
    `${name}: recall ${recall.toFixed(3)} (${emergencies.length - missed.length}/${emergencies.length}), ` +
    `false pages ${(falsePages * 100).toFixed(1)} % (${paged.length}/${others.length})`;
  return { recall, falsePages, missed, paged, line };
}
