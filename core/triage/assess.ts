import { type Category, categories, riskCategories } from '../case/category.ts';
import { comparePriority, type Priority } from '../case/priority.ts';
import { combine, EMERGENCY_POINTS, type Sum, URGENT_POINTS, type Weak } from './combine.ts';
import { explain } from './explain.ts';
import { cuesOf, type Reading, read, sentenceOf, spanOf } from './reading.ts';
import { RESEMBLES, resemblance } from './resemblance.ts';
import type { Rule } from './rule.ts';
import type { Signal, SignalField, Verdict } from './verdict.ts';
import { type Surroundings, suppression } from './weigh.ts';

export interface Message {
  readonly subject?: string | undefined;
  /** What the writer newly wrote. Lines that begin with `>` in it count as quoted. */
  readonly text?: string | undefined;
  /** What was split off as quotation, signature or footer. */
  readonly quoted?: string | undefined;
  /** BCP 47 tag when known; the rules of all languages always run, so it only informs. */
  readonly language?: string | undefined;
}

/** A longer field is read at its beginning and its end: time stays bounded whatever is sent. */
export const HEAD_CHARS = 64_000;
export const TAIL_CHARS = 32_000;
const MAX_SIGNALS = 60;

export interface Evidence {
  readonly rule: Rule;
  readonly signal: Signal;
}

export interface Findings {
  readonly evidence: readonly Evidence[];
  readonly sums: readonly Sum[];
  readonly notes: readonly string[];
  /** Something about a purchase or the site explains the message: fewer signs may be chance. */
  readonly isTrade: boolean;
}

/**
 * Judges one message. Pure and total: any string gives a verdict, and the same message gives the same one.
 * Subject and new text are weighed; quoted text only when there is no new text or the writer points at it.
 */
export function assess(message: Message): Verdict {
  const notes: string[] = [];
  const subject = readField('subject', message.subject ?? '', notes);
  const text = readField('text', message.text ?? '', notes);
  const quoted = readField('quoted', message.quoted ?? '', notes);
  const readings = [...subject, ...text, ...quoted];
  const around = surroundingsOf(readings.map(({ reading }) => reading));
  const isQuotedSpan = quotedSpans(message.text ?? '');
  const weighsQuoted = quotedCounts(message, isQuotedSpan, readings, notes);

  const evidence: Evidence[] = [];
  for (const { reading, base } of readings) {
    for (const { rule, match } of reading.hits) {
      const [start, end] = spanOf(reading, match);
      const span: [number, number] = [base + start, base + end];
      const isQuoted = reading.field === 'quoted' || (reading.field === 'text' && isQuotedSpan(span[0]));
      const suppressedBy = isQuoted && !weighsQuoted ? 'quoted' : suppression(reading, rule, match, around);
      evidence.push({ rule, signal: toSignal(rule, reading, span, [start, end], suppressedBy) });
    }
  }
  const sums = combine(evidence.flatMap(({ rule, signal }) => weakOf(rule, signal)));
  return withResemblance(conclude({ evidence, sums, notes, isTrade: isTrade(readings, evidence) }), message);
}

/**
 * The last look at a message in which a rule saw something, but no emergency: does the most telling part of it
 * resemble the labelled messages of people in danger? It can only raise.
 */
function withResemblance(verdict: Verdict, { text = '' }: Message): Verdict {
  if (verdict.emergency || !verdict.signals.some(isOfDanger) || isExplained(verdict.signals)) return verdict;
  const found = resemblance(text);
  if (found === null || found.score <= RESEMBLES) return verdict;
  const [start, end] = found.span;
  const category = [verdict, ...verdict.signals].find(isOfDanger)?.category ?? 'threat-to-life';
  const sign: Signal = {
    rule: 'resemblance.labelled-messages',
    category,
    field: 'text',
    span: [start, end],
    text: text.slice(start, end),
    level: 'emergency',
    weight: 0,
  };
  const words = found.telling.map((phrase) => `"${phrase}"`).join(', ');
  return {
    priority: 'emergency',
    category,
    emergency: true,
    signals: [sign, ...verdict.signals].slice(0, MAX_SIGNALS),
    why: `Emergency: a part of it reads like messages of people in danger (${words}; resemblance ${found.score.toFixed(1)}, ${RESEMBLES} is enough). ${verdict.why}`,
  };
}

/** All that speaks of danger is explained away: it is past, denied, quoted or a title. Words alone cannot tell better. */
function isExplained(signals: readonly Signal[]): boolean {
  const ofDanger = signals.filter(isOfDanger);
  return ofDanger.some(isSurely) && ofDanger.every(({ suppressedBy }) => suppressedBy !== undefined);
}

function isOfDanger({ category }: { readonly category: Category }): boolean {
  return riskCategories.has(category);
}

function isSurely({ suppressedBy = '' }: Signal): boolean {
  return /^(past|negation|quoted|title|idiom)/.test(suppressedBy);
}

interface Placed {
  readonly reading: Reading;
  /** Offset of the reading's text within its field. */
  readonly base: number;
}

function readField(field: SignalField, text: string, notes: string[]): Placed[] {
  if (text.length <= HEAD_CHARS + TAIL_CHARS)
    return text === '' ? [] : [{ reading: read(field, text), base: 0 }];
  notes.push(
    `The ${field} is ${text.length} characters long; only its first ${HEAD_CHARS} and last ${TAIL_CHARS} were read.`,
  );
  const base = text.length - TAIL_CHARS;
  return [
    { reading: read(field, text.slice(0, HEAD_CHARS)), base: 0 },
    { reading: read(field, text.slice(base)), base },
  ];
}

function surroundingsOf(readings: readonly Reading[]): Surroundings {
  const has = (kind: 'relapse' | 'recovered'): boolean =>
    readings.some((reading) => reading.field !== 'quoted' && cuesOf(reading, kind).length > 0);
  return { relapse: has('relapse'), recovered: has('recovered') };
}

/** Tells whether an offset of the text lies on a line that begins with `>` or under a forwarding header. */
function quotedSpans(text: string): (at: number) => boolean {
  if (!/^\s*>|^-{2,} ?original message/im.test(text)) return () => false;
  const header = /^-{2,} ?original message/im.exec(text)?.index ?? Number.POSITIVE_INFINITY;
  return (at) => at >= header || /^\s*>/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at + 1));
}

function quotedCounts(
  message: Message,
  isQuotedSpan: (at: number) => boolean,
  readings: readonly Placed[],
  notes: string[],
): boolean {
  const text = message.text ?? '';
  const hasNewText =
    /\S/.test(text) &&
    readings.some(
      ({ reading }) => reading.field === 'text' && reading.tokens.starts.some((at) => !isQuotedSpan(at)),
    );
  const hasQuoted = readings.some(
    ({ reading }) =>
      reading.hits.length > 0 &&
      (reading.field === 'quoted' || reading.tokens.starts.some((at) => isQuotedSpan(at))),
  );
  if (!hasQuoted) return !hasNewText;
  if (!hasNewText) {
    notes.push('There is no new text, so the quoted text was weighed too.');
    return true;
  }
  const points = readings.some(
    ({ reading }) => reading.field === 'text' && cuesOf(reading, 'pointing').length > 0,
  );
  if (points) notes.push('The writer points at the quoted text, so it was weighed too.');
  return points;
}

/**
 * Whether a purchase, a sale or another ordinary topic is named in a sentence that holds a weaker sign. Only there:
 * a harmless sentence elsewhere must never lower a message.
 */
function isTrade(readings: readonly Placed[], evidence: readonly Evidence[]): boolean {
  const isCounted = ({ rule, signal }: Evidence): boolean =>
    rule.facet !== undefined && signal.suppressedBy === undefined;
  const signs = evidence.filter(isCounted);
  return readings.some(({ reading, base }) => {
    const sentences = new Set<number>();
    for (const { rule, match } of reading.hits) {
      const start = base + spanOf(reading, match)[0];
      const isSign = signs.some(
        (sign) => sign.rule === rule && sign.signal.field === reading.field && sign.signal.span[0] === start,
      );
      if (isSign) sentences.add(sentenceOf(reading, match));
    }
    const isOrdinary = (rule: Rule): boolean =>
      !riskCategories.has(rule.category) && rule.category !== 'harassment';
    return (
      cuesOf(reading, 'trade').some(({ match }) => sentences.has(sentenceOf(reading, match))) ||
      reading.hits.some(({ rule, match }) => isOrdinary(rule) && sentences.has(sentenceOf(reading, match)))
    );
  });
}

function toSignal(
  rule: Rule,
  reading: Reading,
  span: [number, number],
  local: [number, number],
  suppressedBy: string | undefined,
): Signal {
  const signal = {
    rule: rule.id,
    category: rule.category,
    field: reading.field,
    span,
    text: reading.text.slice(...local),
    level: suppressedBy === undefined ? rule.level : loweredLevel(rule, suppressedBy),
    weight: rule.points ?? 0,
  };
  return suppressedBy === undefined ? signal : { ...signal, suppressedBy };
}

/** A suppressed sign of danger still reaches a human: past or denied self-harm soon, the rest as `high`. */
function loweredLevel(rule: Rule, suppressedBy: string): Priority {
  if (!riskCategories.has(rule.category)) return 'normal';
  // A weak sign that turned out to be an idiom is no sign at all.
  if (rule.facet !== undefined) return comparePriority(rule.level, 'high') > 0 ? rule.level : 'normal';
  if (suppressedBy === 'past') return 'urgent';
  return suppressedBy === 'negation' && rule.category === 'self-harm' ? 'urgent' : 'high';
}

function weakOf(rule: Rule, signal: Signal): Weak[] {
  if (signal.suppressedBy !== undefined || rule.facet === undefined) return [];
  return [
    {
      group: rule.group ?? 'self',
      facet: rule.facet,
      points: rule.points ?? 0,
      field: signal.field,
      span: signal.span,
    },
  ];
}

function conclude(findings: Findings): Verdict {
  const { evidence, sums } = findings;
  const summed = sums.some(({ points }) => points >= (findings.isTrade ? EMERGENCY_POINTS : URGENT_POINTS))
    ? 'emergency'
    : sums.some(({ points }) => points >= URGENT_POINTS)
      ? 'urgent'
      : 'low';
  const signals = evidence.map(({ signal }) => signal).sort(bySeverity);
  const strongest = signals[0]?.level ?? 'normal';
  const priority = comparePriority(summed, strongest) < 0 ? summed : strongest;
  return {
    priority,
    category: categoryOf(findings, priority),
    emergency: priority === 'emergency',
    signals: signals.slice(0, MAX_SIGNALS),
    why: explain(findings, priority),
  };
}

function bySeverity(a: Signal, b: Signal): number {
  return (
    comparePriority(a.level, b.level) ||
    Number(a.suppressedBy !== undefined) - Number(b.suppressedBy !== undefined) ||
    categories.indexOf(a.category) - categories.indexOf(b.category) ||
    a.span[0] - b.span[0]
  );
}

/**
 * What the case is about: what most of the evidence at the message's own level speaks of, the more dangerous on a tie.
 * Weaker signs name it only where their sum decided, figures of speech never.
 */
function categoryOf({ evidence, sums }: Findings, priority: Priority): Category {
  const counting = evidence.filter(
    ({ signal }) => signal.suppressedBy === undefined || /^(past|negation|quoted)$/.test(signal.suppressedBy),
  );
  const telling = counting.filter(({ rule }) => rule.facet === undefined);
  const atLevel = telling.filter(({ signal }) => signal.level === priority);
  const strongest = [...sums].sort((a, b) => b.points - a.points)[0];
  const summed =
    strongest !== undefined && strongest.points >= URGENT_POINTS
      ? counting.filter(
          ({ rule, signal }) => rule.group === strongest.group && signal.suppressedBy === undefined,
        )
      : [];
  return mostNamed([atLevel, summed, telling].find((pool) => pool.length > 0) ?? []);
}

function mostNamed(pool: readonly Evidence[]): Category {
  const spans = new Map<Category, Set<number>>();
  for (const { signal } of pool) {
    const starts = spans.get(signal.category) ?? new Set<number>();
    spans.set(signal.category, starts.add(signal.span[0]));
  }
  return (
    [...spans].sort(
      ([a, inA], [b, inB]) => inB.size - inA.size || categories.indexOf(a) - categories.indexOf(b),
    )[0]?.[0] ?? 'other'
  );
}
