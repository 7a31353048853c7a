import { fold, IGNORED } from './fold.ts';
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
  readonly sets: string[][] = [];
  readonly costs: number[] = [];
  readonly #ids = new Map<string, number>();
  readonly #slots = new Map<string, Slot>();

  intern(words: readonly string[]): number {
    const unique = [...new Set(words)];
    const key = unique.sort().join('|');
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.sets.length;
      this.sets.push(unique);
      this.costs.push(
        unique.reduce((sum, word) => sum + (COMMON.get(word) ?? (word.endsWith('*') ? 12 : 8)), 0),
      );
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
    if (/^~\d+$/.test(part)) return { choices: [[{ kind: 'gap', max: Number(part.slice(1)) }]] };
    const optional = part.endsWith('?');
    const runs = (optional ? part.slice(0, -1) : part)
      .split('|')
      .map((run) => run.split('_').flatMap(canonical));
    const singles = runs.filter((run) => run.length === 1).flat();
    const choices: Step[][] = runs
      .filter((run) => run.length > 1)
      .map((run) => run.map((word) => ({ kind: 'word', element: this.intern([word]), optional: false })));
    if (singles.length > 0) choices.unshift([{ kind: 'word', element: this.intern(singles), optional }]);
    else if (optional) choices.unshift([]);
    return { choices };
  }
}

interface Slot {
  readonly choices: readonly (readonly Step[])[];
}

/** A phrase may be written with any spelling that the text's words are reduced from. */
function canonical(written: string): string[] {
  const word = fold(written).replaceAll(IGNORED, '').replaceAll("'", '');
  return (ALIASES[word] ?? word).split(' ');
}

/**
 * Compiles one line: words; `a|b`; `a_b` for two words inside an alternative; `x?` optional; `ab*` prefix;
 * `~3` a gap of up to three words; `@name` a macro; a leading or trailing `!x|y_z` forbids that neighbour;
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
  let flats: Step[][] = [[]];
  for (const part of parts) {
    const { choices } = elements.slot(part);
    flats = flats.flatMap((flat) => choices.map((choice) => [...flat, ...choice]));
  }
  return flats.map((steps) => {
    const byRarity = steps
      .map((step, index) => ({ step, index }))
      .filter(({ step }) => step.kind === 'word' && !step.optional)
      .map(({ step, index }) => ({ element: step.kind === 'word' ? step.element : -1, index }))
      .sort((a, b) => (elements.costs[a.element] ?? 0) - (elements.costs[b.element] ?? 0));
    const [rarest, ...others] = byRarity;
    if (rarest === undefined) throw new Error(`triage pattern "${line}": needs a word that is not optional`);
    return {
      steps,
      anchor: rarest.index,
      required: others.map(({ element }) => element),
      notBefore,
      notAfter,
    };
  });
}

function forbidden(part: string, elements: Elements): number[][] {
  return elements
    .slot(part.slice(1))
    .choices.map((run) => run.flatMap((step) => (step.kind === 'word' ? [step.element] : [])));
}
