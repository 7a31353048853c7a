import { fold, IGNORED } from './fold.ts';
import { inflect } from './inflect.ts';
import { ALIASES } from './rules/spelling.ts';

/** One step of a phrase: a set of words (by element number), a run of words among them, or a gap of up to `max` words. */
export type Step =
  | { readonly kind: 'word'; readonly element: number; readonly optional: boolean }
  | {
      readonly kind: 'choice';
      /** The single words among the alternatives; undefined when there are none. */
      readonly element: number | undefined;
      readonly runs: readonly (readonly number[])[];
      readonly optional: boolean;
    }
  | { readonly kind: 'gap'; readonly max: number }
  /** Nothing of these may stand next. */
  | { readonly kind: 'not'; readonly runs: readonly (readonly number[])[] };

/** A phrase, ready to match around its anchor, which is always a step of single words. */
export interface Phrase {
  readonly steps: readonly Step[];
  /** Index of the step whose words are rarest: matching starts there and grows both ways. */
  readonly anchor: number;
  /** Elements that must all occur somewhere in the text: a cheap reason not to try. */
  readonly required: readonly number[];
  /** Runs of elements of which none may stand right before, or right after. */
  readonly notBefore: readonly (readonly number[])[];
  readonly notAfter: readonly (readonly number[])[];
}

/** Words too common to start matching at, most common first. */
const COMMON = new Map(
  'i to the and a it is my me you he she they we not in of on that this have has had be am are was were do did will would if so just his her him them their your for with at all can could going go get got want now no out up from as but or an there what when who how any one been us our someone buyer seller said says take took make let time day tonight today home house know order card lot item please help still money send sent see find give like need after before about day back again last never nothing more much anymore something'
    .split(' ')
    .map((word, index) => [word, 2000 - index * 12]),
);

/** Sets of words, numbered; each slot of a pattern is parsed once however many phrases share it. */
export class Elements {
  readonly sets: (readonly string[])[] = [];
  readonly costs: number[] = [];
  readonly #ids = new Map<string, number>();
  readonly #slots = new Map<string, Slot>();
  readonly #macros = new Map<string, readonly string[]>();

  constructor(macros: Readonly<Record<string, string>>) {
    for (const [name, body] of Object.entries(macros)) {
      this.#macros.set(
        `@${name}`,
        body.split('|').map((run) => canonical(run)),
      );
    }
  }

  intern(words: readonly string[]): number {
    const key = words.join('|');
    let id = this.#ids.get(key);
    if (id === undefined) {
      const unique = words.length === 1 ? words : [...new Set(words)];
      id = this.sets.length;
      this.sets.push(unique);
      let cost = 0;
      for (const word of unique) cost += COMMON.get(word) ?? (word.endsWith('*') ? 12 : 8);
      this.costs.push(cost);
      this.#ids.set(key, id);
    }
    return id;
  }

  slot(part: string): Slot {
    let slot = this.#slots.get(part);
    if (slot === undefined) {
      slot = this.#parse(part);
      this.#slots.set(part, slot);
    }
    return slot;
  }

  #parse(part: string): Slot {
    if (/^~\d+$/.test(part)) return { step: { kind: 'gap', max: Number(part.slice(1)) }, ...NO_WORDS };
    const optional = part.endsWith('?');
    const singles: string[] = [];
    const runs: number[][] = [];
    for (const name of (optional ? part.slice(0, -1) : part).split('|')) {
      for (const run of this.#words(name, part)) {
        if (run.includes(' ')) runs.push(run.split(' ').map((word) => this.intern([word])));
        else singles.push(run);
      }
    }
    const element = singles.length > 0 ? this.intern(singles) : undefined;
    const cost =
      (element === undefined ? 0 : this.#cost(element)) +
      runs.reduce((sum, run) => sum + this.#cost(this.#rarest(run)), 0);
    if (runs.length === 0 && element !== undefined) {
      return { step: { kind: 'word', element, optional }, necessary: element, cost };
    }
    return {
      step: { kind: 'choice', element, runs, optional },
      necessary: runs.length === 1 && element === undefined ? this.#rarest(runs[0] ?? []) : -1,
      cost,
    };
  }

  #words(name: string, part: string): readonly string[] {
    if (name.endsWith('+')) return inflect(name.slice(0, -1));
    if (!name.startsWith('@')) return [canonical(name)];
    const found = this.#macros.get(name);
    if (found === undefined) throw new Error(`triage pattern part "${part}": there is no macro ${name}`);
    return found;
  }

  #cost(element: number): number {
    return this.costs[element] ?? 0;
  }

  #rarest(run: readonly number[]): number {
    let rarest = run[0] ?? 0;
    for (const element of run) if (this.#cost(element) < this.#cost(rarest)) rarest = element;
    return rarest;
  }
}

interface Slot {
  readonly step: Step;
  /** Words of which one must occur wherever the step matches; -1 for a gap. */
  readonly necessary: number;
  /** How common those words are together. */
  readonly cost: number;
}

const NO_WORDS = { necessary: -1, cost: Number.POSITIVE_INFINITY } as const;

/** A phrase may be written with any spelling that the text's words are reduced from; words are parted by spaces. */
function canonical(written: string): string {
  if (/^[a-z0-9*#]+$/.test(written)) return ALIASES[written] ?? written;
  return written
    .split('_')
    .map((part) => {
      const word = fold(part).replaceAll(IGNORED, '').replaceAll("'", '');
      return ALIASES[word] ?? word;
    })
    .join(' ');
}

/**
 * Compiles one line: words; `a|b`; `a_b` for two words inside an alternative; `x?` optional; `ab*` prefix;
 * `~3` a gap of up to three words; `@name` a macro; `verb+` all forms of a verb; `!x|y_z` forbids that neighbour, and what stands
 * before it must then be next to it: a gap in front of it is dropped within a phrase;
 * `#` a number, `#minor` an age below 18. A phrase never crosses the end of a sentence.
 * @throws Error naming the line when it is malformed: rules are code, so this fails at load.
 */
export function compilePattern(line: string, elements: Elements): Phrase[] {
  const parts = line.split(' ').filter((part) => part !== '');
  const notBefore = parts[0]?.startsWith('!') ? forbidden(parts.shift() ?? '', elements) : [];
  const notAfter = parts.at(-1)?.startsWith('!') ? forbidden(parts.pop() ?? '', elements) : [];
  const slots = parts
    .filter((part, index) => !(part.startsWith('~') && parts[index + 1]?.startsWith('!')))
    .map((part) => (part.startsWith('!') ? barring(part, elements) : elements.slot(part)));
  const needed = slots
    .map((slot, index) => ({ slot, index }))
    .filter(({ slot }) => isWordStep(slot.step) && !slot.step.optional)
    .sort((a, b) => a.slot.cost - b.slot.cost);
  const [rarest, ...others] = needed;
  if (rarest === undefined) throw new Error(`triage pattern "${line}": needs a word that is not optional`);
  const required = others.flatMap(({ slot }) => (slot.necessary < 0 ? [] : [slot.necessary]));
  const steps = slots.map(({ step }) => step);
  return anchored(rarest.slot.step, elements).map(({ words, at }) => ({
    steps: [...steps.slice(0, rarest.index), ...words, ...steps.slice(rarest.index + 1)],
    anchor: rarest.index + at,
    required,
    notBefore,
    notAfter,
  }));
}

type WordStep = Exclude<Step, { kind: 'gap' | 'not' }>;

const isWordStep = (step: Step): step is WordStep => step.kind === 'word' || step.kind === 'choice';

const barring = (part: string, elements: Elements): Slot => ({
  step: { kind: 'not', runs: forbidden(part, elements) },
  ...NO_WORDS,
});

/** The anchor's alternatives one by one, each with the index of its rarest word: matching starts at a single word. */
function anchored(step: Step, elements: Elements): { words: readonly Step[]; at: number }[] {
  if (!isWordStep(step)) return [];
  if (step.kind === 'word') return [{ words: [step], at: 0 }];
  const runs = step.element === undefined ? step.runs : [[step.element], ...step.runs];
  return runs.map((run) => {
    const costs = run.map((element) => elements.costs[element] ?? 0);
    return {
      words: run.map((element) => ({ kind: 'word', element, optional: false })),
      at: costs.indexOf(Math.min(...costs)),
    };
  });
}

function forbidden(part: string, elements: Elements): readonly (readonly number[])[] {
  const { step } = elements.slot(part.slice(1));
  if (!isWordStep(step)) return [];
  if (step.kind === 'word') return [[step.element]];
  return step.element === undefined ? step.runs : [[step.element], ...step.runs];
}
