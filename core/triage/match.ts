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
export function findMatches(tokens: Tokens, ruleCount: number): Match[] {
  const found: Match[] = [];
  let counts: Uint8Array | undefined;
  const { words } = tokens;
  for (let at = 0; at < words.length; at++) {
    const anchors = words[at]?.anchors;
    if (anchors === undefined || anchors.length === 0) continue;
    for (const { rule, phrase } of anchors) {
      if (counts !== undefined && (counts[rule] ?? 0) >= MAX_PER_RULE) continue;
      const to = forward(tokens, phrase.steps, phrase.anchor + 1, at + 1, at);
      if (to < 0) continue;
      const from = backward(tokens, phrase.steps, phrase.anchor - 1, at - 1, at);
      if (from < 0 || isForbidden(tokens, phrase, from, to)) continue;
      counts ??= new Uint8Array(ruleCount);
      counts[rule] = (counts[rule] ?? 0) + 1;
      found.push({ rule, from, to });
    }
  }
  return found.length < 2 ? found : withoutContained(found);
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

/** Index after the last word matched, or -1. */
function forward(tokens: Tokens, steps: readonly Step[], step: number, at: number, anchor: number): number {
  const next = steps[step];
  if (next === undefined) return at;
  const inside = tokens.sentences[at] === tokens.sentences[anchor];
  if (next.kind === 'word') {
    if (inside && satisfies(tokens, at, next.element)) {
      const end = forward(tokens, steps, step + 1, at + 1, anchor);
      if (end >= 0) return end;
    }
    return next.optional ? forward(tokens, steps, step + 1, at, anchor) : -1;
  }
  for (let skip = 0; skip <= next.max; skip++) {
    if (skip > 0 && tokens.sentences[at + skip - 1] !== tokens.sentences[anchor]) return -1;
    const end = forward(tokens, steps, step + 1, at + skip, anchor);
    if (end >= 0) return end;
  }
  return -1;
}

/** Index of the first word matched, or -1. */
function backward(tokens: Tokens, steps: readonly Step[], step: number, at: number, anchor: number): number {
  const next = steps[step];
  if (next === undefined) return at + 1;
  const inside = at >= 0 && tokens.sentences[at] === tokens.sentences[anchor];
  if (next.kind === 'word') {
    if (inside && satisfies(tokens, at, next.element)) {
      const start = backward(tokens, steps, step - 1, at - 1, anchor);
      if (start >= 0) return start;
    }
    return next.optional ? backward(tokens, steps, step - 1, at, anchor) : -1;
  }
  for (let skip = 0; skip <= next.max; skip++) {
    if (skip > 0 && tokens.sentences[at - skip + 1] !== tokens.sentences[anchor]) return -1;
    const start = backward(tokens, steps, step - 1, at - skip, anchor);
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
