import { riskCategories } from '../case/category.ts';
import type { Priority } from '../case/priority.ts';
import type { Evidence, Findings } from './assess.ts';
import { EMERGENCY_POINTS, URGENT_POINTS } from './combine.ts';

const SUPPRESSIONS: Record<string, string> = {
  negation: 'it is denied',
  past: 'it is told as past',
  fiction: 'it is quoted from a song, film, game or card',
  laughter: 'it is said laughing',
  errand: 'it is about a delivery, a journey or the site',
  quoted: 'it stands in quoted text',
  idiom: 'it is a figure of speech',
  title: 'it is part of a title or a name',
};

/** Says in sentences why a message got its priority; names at most three reasons of each kind. */
export function explain({ evidence, sums, notes, isTrade }: Findings, priority: Priority): string {
  const sentences: string[] = [];
  const counting = evidence.filter(({ signal }) => signal.suppressedBy === undefined);
  const telling = distinct(
    counting.filter(({ signal, rule }) => signal.level === priority && rule.facet === undefined),
  );
  if (telling.length > 0) {
    sentences.push(`${heading(priority)}: ${telling.slice(0, 3).map(reasonOf).join('; ')}.`);
  }
  const sum =
    sums.find(({ points }) => points >= EMERGENCY_POINTS) ??
    sums.find(({ points }) => points >= URGENT_POINTS);
  const weak = distinct(
    counting.filter(
      ({ rule }) => rule.facet !== undefined && (sum === undefined || (rule.group ?? 'self') === sum.group),
    ),
  );
  if (weak.length > 0 && (sum !== undefined || telling.length === 0)) {
    const weight =
      sum === undefined
        ? ''
        : ` add up to ${sum.points} (${isTrade ? EMERGENCY_POINTS : URGENT_POINTS} make an emergency${isTrade ? '' : ' where nothing speaks of a purchase'})`;
    sentences.push(
      `${sum === undefined ? 'A weaker sign' : 'Weaker signs'}${weight}: ${weak.slice(0, 5).map(reasonOf).join('; ')}.`,
    );
  }
  const suppressed = distinct(
    evidence.filter(({ signal }) => signal.suppressedBy !== undefined && riskCategories.has(signal.category)),
  );
  for (const { signal } of suppressed.slice(0, 3)) {
    const kind = signal.suppressedBy?.split('.')[0] ?? '';
    sentences.push(
      `"${clip(signal.text)}" counts for less because ${SUPPRESSIONS[kind] ?? kind}; a human should still look.`,
    );
  }
  if (sentences.length === 0) sentences.push('No sign of risk and no known topic was found.');
  return [...sentences, ...notes].join(' ');
}

const heading = (priority: Priority): string => priority[0]?.toUpperCase() + priority.slice(1);

const reasonOf = ({ rule, signal }: Evidence): string =>
  `${rule.reason} ("${clip(signal.text)}", ${rule.id})`;

const clip = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').toWellFormed();
  return line.length > 80 ? `${line.slice(0, 77).toWellFormed()}...` : line;
};

function distinct(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter(({ rule }) => !seen.has(rule.id) && seen.add(rule.id).has(rule.id));
}
