import { fold } from './fold.ts';
import { ALIASES } from './rules/spelling.ts';

/** One step of a phrase: a set of words (by element number), or a gap of up to `max` words. */
export type Step =
  | { readonly kind: 'word'; readonly element: number; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly max: number };

/** A phrase without multi-word alternatives, ready to match around its anchor. */
export interface Phrase {
  readonly steps: readonly Step[];
  /** Index of the step whose words are rarest: matching starts there and grows both ways. */
  readonly anchor: number;
  /** Runs of elements of which none may stand right before, or right after. */
  readonly notBefore: readonly (readonly number[])[];
  readonly notAfter: readonly (readonly number[])[];
}

/** Interns sets of words; an element is the number of one set. */
export class Elements {
  readonly sets: string[][] = [];
  readonly #ids = new Map<string, number>();

  intern(words: readonly string[]): number {
    const key = [...new Set(words)].sort().join('|');
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.sets.length;
      this.sets.push(key.split('|'));
      this.#ids.set(key, id);
    }
    return id;
  }
}

/** Words too common to start matching at, most common first. */
const COMMON = new Map(
  'i to the and a it is my me you he she they we not in of on that this have has had be am are was were do did will would if so just his her him them their your for with at all can could going go get got want now no out up from as but or an there what when who how am any one been us it our someone guy buyer seller he said says take took make let time day tonight today home house know'
    .split(' ')
    .map((word, index) => [word, 2000 - index * 12]),
);

const rarity = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + (COMMON.get(word) ?? (word.endsWith('*') ? 12 : 8)), 0);

type Alternative = readonly string[];
interface Slot {
  readonly gap: number;
  readonly alternatives: readonly Alternative[];
  readonly optional: boolean;
}

/**
 * Compiles one line: words; `a|b`; `a_b` for two words inside an alternative; `x?` optional; `ab*` prefix;
 * `~3` a gap of up to three words; `@name` a macro; a leading or trailing `!x|y` forbids that neighbour;
 * `#` a number, `#minor` an age below 18. A phrase never crosses the end of a sentence.
 * @throws Error naming the line when it is malformed: rules are code, so this fails at load.
 */
export function compilePattern(
  line: string,
  macros: Readonly<Record<string, string>>,
  elements: Elements,
): Phrase[] {
  const expanded = line.replace(/@(\w+)/g, (_, name: string) => {
    const body = macros[name];
    if (body === undefined) throw new Error(`triage pattern "${line}": there is no macro @${name}`);
    return body;
  });
  const parts = expanded.split(' ').filter((part) => part !== '');
  const notBefore = parts[0]?.startsWith('!') ? forbidden(parts.shift() ?? '', elements) : [];
  const notAfter = parts.at(-1)?.startsWith('!') ? forbidden(parts.pop() ?? '', elements) : [];
  const slots = parts.map(parseSlot);
  return expandSlots(slots).map((steps) => {
    const compiled: Step[] = steps.map((step) =>
      typeof step === 'number'
        ? { kind: 'gap', max: step }
        : { kind: 'word', element: elements.intern(step.words), optional: step.optional },
    );
    const anchor = pickAnchor(steps);
    if (anchor < 0) throw new Error(`triage pattern "${line}": needs a word that is not optional`);
    return { steps: compiled, anchor, notBefore, notAfter };
  });
}

function forbidden(part: string, elements: Elements): number[][] {
  const runs = parseSlot(part.slice(1)).alternatives;
  const singles = runs.filter((run) => run.length === 1).map(([word]) => word ?? '');
  const longer = runs.filter((run) => run.length > 1);
  return [
    ...(singles.length > 0 ? [[elements.intern(singles)]] : []),
    ...longer.map((run) => run.map((word) => elements.intern([word]))),
  ];
}

function parseSlot(part: string): Slot {
  if (/^~\d+$/.test(part)) return { gap: Number(part.slice(1)), alternatives: [], optional: false };
  const optional = part.endsWith('?');
  const body = optional ? part.slice(0, -1) : part;
  return {
    gap: 0,
    alternatives: body.split('|').map((word) => word.split('_').flatMap(canonical)),
    optional,
  };
}

/** A phrase may be written with any spelling that the text's words are reduced from. */
const canonical = (written: string): string[] => {
  const word = fold(written).replace(/[\u0001']/g, '');
  return (ALIASES[word] ?? word).split(' ');
};

type FlatStep = number | { readonly words: readonly string[]; readonly optional: boolean };

function expandSlots(slots: readonly Slot[]): FlatStep[][] {
  let flats: FlatStep[][] = [[]];
  for (const slot of slots) {
    if (slot.alternatives.length === 0) {
      flats = flats.map((flat) => [...flat, slot.gap]);
      continue;
    }
    const singles = slot.alternatives.filter((words) => words.length === 1).map((words) => words[0] ?? '');
    const choices: FlatStep[][] = slot.alternatives
      .filter((words) => words.length > 1)
      .map((words) => words.map((word) => ({ words: [word], optional: false })));
    if (singles.length > 0) choices.unshift([{ words: singles, optional: slot.optional }]);
    else if (slot.optional) choices.unshift([]);
    flats = flats.flatMap((flat) => choices.map((choice) => [...flat, ...choice]));
  }
  return flats;
}

function pickAnchor(steps: readonly FlatStep[]): number {
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [index, step] of steps.entries()) {
    if (typeof step === 'number' || step.optional) continue;
    const cost = rarity(step.words);
    if (cost < bestCost) {
      best = index;
      bestCost = cost;
    }
  }
  return best;
}
