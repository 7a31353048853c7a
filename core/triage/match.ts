import type { Phrase, Step } from './pattern.ts';
import type { Tokens } from './tokenise.ts';

/** Words `from` (inclusive) to `to` (exclusive) say what rule number `rule` looks for. */
export interface Match {
  readonly rule: number;
  readonly from: number;
  readonly to: number;
}

/** No message needs the same reason more often; keeps hostile repetition linear. */
const MAX_PER_RULE = 6;

export function satisfies(tokens: Tokens, at: number, element: number): boolean {
  const bits = tokens.words[at]?.bits;
  return bits !== undefined && ((bits[element >>> 5] ?? 0) & (1 << (element & 31))) !== 0;
}

/** All phrases found, at most six a rule, in order of their anchor words. */
export function findMatches(tokens: Tokens, ruleCount: number, negator: number): Match[] {
  const found: Match[] = [];
  const { words } = tokens;
  const present = presentElements(tokens);
  if (present === undefined) return found;
  let counts: Uint8Array | undefined;
  const walk = { tokens, negator, anchor: 0 };
  for (let at = 0; at < words.length; at++) {
    const anchors = words[at]?.anchors;
    if (anchors === undefined || anchors.length === 0) continue;
    walk.anchor = at;
    for (const { rule, phrase } of anchors) {
      if (!hasAll(present, phrase.required)) continue;
      if (counts !== undefined && (counts[rule] ?? 0) >= MAX_PER_RULE) continue;
      const to = forward(walk, phrase.steps, phrase.anchor + 1, at + 1);
      if (to < 0) continue;
      const from = backward(walk, phrase.steps, phrase.anchor - 1, at - 1);
      if (from < 0 || isForbidden(tokens, phrase, from, to)) continue;
      counts ??= new Uint8Array(ruleCount);
      counts[rule] = (counts[rule] ?? 0) + 1;
      found.push({ rule, from, to });
    }
  }
  return found.length < 2 ? found : withoutContained(found);
}

/** Flags the elements that occur at all; undefined when no word is known. */
function presentElements({ words }: Tokens): Uint8Array | undefined {
  let present: Uint8Array | undefined;
  for (const { elements, bits } of words) {
    if (elements.length === 0) continue;
    present ??= new Uint8Array(bits.length * 32);
    for (const element of elements) present[element] = 1;
  }
  return present;
}

function hasAll(present: Uint8Array, required: readonly number[]): boolean {
  for (const element of required) if (present[element] !== 1) return false;
  return true;
}

function isForbidden(tokens: Tokens, phrase: Phrase, from: number, to: number): boolean {
  const standsAt = (run: readonly number[], at: number): boolean =>
    run.every(
      (element, step) =>
        tokens.sentences[at + step] === tokens.sentences[from] && satisfies(tokens, at + step, element),
    );
  return (
    phrase.notBefore.some((run) => from >= run.length && standsAt(run, from - run.length)) ||
    phrase.notAfter.some((run) => standsAt(run, to))
  );
}

interface Walk {
  readonly tokens: Tokens;
  readonly negator: number;
  anchor: number;
}

/** A short gap must not jump over a "not": that would turn the phrase into its opposite. */
const LONGEST_STRICT_GAP = 3;

const mayJump = ({ tokens, negator, anchor }: Walk, at: number, max: number): boolean =>
  tokens.sentences[at] === tokens.sentences[anchor] &&
  !(max <= LONGEST_STRICT_GAP && satisfies(tokens, at, negator));

const stands = ({ tokens, anchor }: Walk, at: number, element: number): boolean =>
  at >= 0 && tokens.sentences[at] === tokens.sentences[anchor] && satisfies(tokens, at, element);

function runStands(walk: Walk, at: number, run: readonly number[]): boolean {
  for (let step = 0; step < run.length; step++) {
    if (!stands(walk, at + step, run[step] ?? -1)) return false;
  }
  return true;
}

/** Index after the last word matched, or -1. */
function forward(walk: Walk, steps: readonly Step[], step: number, at: number): number {
  const next = steps[step];
  if (next === undefined) return at;
  if (next.kind === 'not') {
    return next.runs.some((run) => runStands(walk, at, run)) ? -1 : forward(walk, steps, step + 1, at);
  }
  if (next.kind !== 'gap') {
    if (next.element !== undefined && stands(walk, at, next.element)) {
      const end = forward(walk, steps, step + 1, at + 1);
      if (end >= 0) return end;
    }
    if (next.kind === 'choice') {
      for (const run of next.runs) {
        if (!runStands(walk, at, run)) continue;
        const end = forward(walk, steps, step + 1, at + run.length);
        if (end >= 0) return end;
      }
    }
    return next.optional ? forward(walk, steps, step + 1, at) : -1;
  }
  for (let skip = 0; skip <= next.max; skip++) {
    if (skip > 0 && !mayJump(walk, at + skip - 1, next.max)) return -1;
    const end = forward(walk, steps, step + 1, at + skip);
    if (end >= 0) return end;
  }
  return -1;
}

/** Index of the first word matched, or -1. */
function backward(walk: Walk, steps: readonly Step[], step: number, at: number): number {
  const next = steps[step];
  if (next === undefined) return at + 1;
  if (next.kind === 'not') {
    return next.runs.some((run) => runStands(walk, at + 1, run)) ? -1 : backward(walk, steps, step - 1, at);
  }
  if (next.kind !== 'gap') {
    if (next.element !== undefined && stands(walk, at, next.element)) {
      const start = backward(walk, steps, step - 1, at - 1);
      if (start >= 0) return start;
    }
    if (next.kind === 'choice') {
      for (const run of next.runs) {
        if (!runStands(walk, at - run.length + 1, run)) continue;
        const start = backward(walk, steps, step - 1, at - run.length);
        if (start >= 0) return start;
      }
    }
    return next.optional ? backward(walk, steps, step - 1, at) : -1;
  }
  for (let skip = 0; skip <= next.max; skip++) {
    if (skip > 0 && !mayJump(walk, at - skip + 1, next.max)) return -1;
    const start = backward(walk, steps, step - 1, at - skip);
    if (start >= 0) return start;
  }
  return -1;
}

function withoutContained(found: readonly Match[]): Match[] {
  return found.filter(
    (match, index) =>
      !found.some(
        (other, otherIndex) =>
          other.rule === match.rule &&
          otherIndex !== index &&
          other.from <= match.from &&
          other.to >= match.to &&
          (other.to - other.from > match.to - match.from || otherIndex < index),
      ),
  );
}
