import type { Signal } from '../../../core/triage/verdict.ts';

export type Segment =
  | { readonly kind: 'plain'; readonly start: number; readonly text: string }
  | { readonly kind: 'signal'; readonly start: number; readonly text: string; readonly signal: Signal }
  /** `host` is where the address would really lead. */
  | { readonly kind: 'link'; readonly start: number; readonly text: string; readonly host: string };

const address = /https?:\/\/[^\s<>"'()[\]{}]+/gi;
/** Ends the sentence, not the address. */
const trailing = /[.,;:!?]+$/;

/**
 * Cuts a text at its signals and addresses; the pieces joined are the text. A signal whose span does not
 * hold its own words is left out, and of two that overlap the one that counts (then the earlier) wins.
 */
export function textSegments(text: string, signals: readonly Signal[]): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const signal of drawable(text, signals)) {
    const [start, end] = signal.span;
    segments.push(...withLinks(text.slice(at, start), at));
    segments.push({ kind: 'signal', start, text: text.slice(start, end), signal });
    at = end;
  }
  segments.push(...withLinks(text.slice(at), at));
  return segments;
}

function drawable(text: string, signals: readonly Signal[]): readonly Signal[] {
  const valid = signals.filter(({ span, text: words }) => words !== '' && text.slice(...span) === words);
  const order = valid.toSorted(
    (a, b) =>
      Number(a.suppressedBy !== undefined) - Number(b.suppressedBy !== undefined) || a.span[0] - b.span[0],
  );
  const chosen: Signal[] = [];
  for (const signal of order) {
    const free = chosen.every(({ span }) => signal.span[1] <= span[0] || signal.span[0] >= span[1]);
    if (free) chosen.push(signal);
  }
  return chosen.toSorted((a, b) => a.span[0] - b.span[0]);
}

function withLinks(text: string, offset: number): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const match of text.matchAll(address)) {
    const found = match[0].replace(trailing, '');
    const host = hostOf(found);
    if (host === null) continue;
    if (match.index > at)
      segments.push({ kind: 'plain', start: offset + at, text: text.slice(at, match.index) });
    segments.push({ kind: 'link', start: offset + match.index, text: found, host });
    at = match.index + found.length;
  }
  if (at < text.length) segments.push({ kind: 'plain', start: offset + at, text: text.slice(at) });
  return segments;
}

function hostOf(text: string): string | null {
  return URL.canParse(text) ? new URL(text).host : null;
}
