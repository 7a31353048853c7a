import { DomainError } from '../../core/errors.ts';
import type { Clock } from '../../ports/clock.ts';

const windowMs = 60_000;
const mostFailures = 10;

/** Counts guesses of the one password: ten wrong ones within a minute, and nobody may try for a while. */
export class AttemptLimit {
  readonly #clock: Clock;
  #takenAt: number[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Takes one attempt before the answer is known, so that guesses side by side count too.
   * `giveBack` after a right password: those who know it lock nobody out.
   * @throws DomainError `auth.too-many-attempts`
   */
  take(): { giveBack(): void } {
    const now = this.#clock.now();
    this.#takenAt = this.#takenAt.filter((at) => at > now - windowMs);
    if (this.#takenAt.length >= mostFailures)
      throw new DomainError(
        'forbidden',
        'auth.too-many-attempts',
        `There were ${mostFailures} wrong passwords within a minute: wait a minute, then try again.`,
      );
    this.#takenAt.push(now);
    return {
      giveBack: () => {
        const index = this.#takenAt.indexOf(now);
        if (index >= 0) this.#takenAt.splice(index, 1);
      },
    };
  }
}
