import { readInstant } from '../calendar/instant-text.ts';
import type { Zone } from '../calendar/zone.ts';
import { RestrictionWindows } from './restriction-windows.ts';
import type { Layer } from './schedule.ts';
import { Turns } from './turns.ts';

const never = Number.POSITIVE_INFINITY;

/** One layer of a schedule, read once: who is on duty from it, or why nobody is. */
export class LayerDuty {
  readonly label: string;
  readonly priority: number;
  readonly #turns: Turns | null;
  readonly #windows: RestrictionWindows | null;
  readonly #until: number;
  /** Who is on duty in each turn; without a rotation there is one, of all together. */
  readonly #members: readonly (readonly string[])[];

  constructor(layer: Layer, position: number, zone: Zone) {
    this.label = `layer ${layer.name ?? position + 1}`;
    this.priority = layer.priority;
    this.#turns = layer.rotation === undefined ? null : new Turns(layer.rotation, layer.shiftMinutes, zone);
    const restrictions = layer.restrictions ?? [];
    this.#windows = restrictions.length === 0 ? null : new RestrictionWindows(restrictions, zone);
    this.#until = layer.until === undefined ? never : (readInstant(layer.until, zone)?.at ?? Number.NaN);
    if (Number.isNaN(this.#until)) throw new RangeError(`until "${layer.until}" is not a time`);
    const members = layer.users.map((member) => (typeof member === 'string' ? [member] : member));
    this.#members = layer.rotation === undefined ? [members.flat()] : members;
  }

  /** The users on duty at `at` (epoch ms), or a sentence that says why there is nobody. */
  at(at: number): readonly string[] | string {
    if (at >= this.#until) return `${this.label} has ended`;
    let turn = 0;
    if (this.#turns !== null) {
      const current = this.#turns.at(at);
      if (current === null) return `${this.label} has not started`;
      if (at >= this.#turns.dutyEndOf(current)) return `${this.label} is between shifts`;
      turn = current;
    }
    if (this.#windows !== null && !this.#windows.isOpen(at))
      return `${this.label} is outside its restrictions`;
    return this.#members[turn % this.#members.length] ?? `${this.label} has no users`;
  }

  /** The next instant after `at` at which the answer may change; Infinity when it never does. */
  nextEdge(at: number): number {
    if (at >= this.#until) return never;
    const turn = this.#turns?.nextEdge(at) ?? never;
    const window = this.#windows?.nextEdge(at) ?? never;
    return Math.min(this.#until, turn, window);
  }
}
