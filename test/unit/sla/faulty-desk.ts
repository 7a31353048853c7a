import { awaitEscalationAnswer } from '../../../app/await-escalation-answer.ts';
import { carryOutEffects } from '../../../app/carry-out-effects.ts';
import { planEscalation } from '../../../app/plan-escalation.ts';
import { sweepClocks } from '../../../app/sweep-clocks.ts';
import { planChange } from '../../../app/unit-of-work.ts';
import { wakeClock } from '../../../app/wake-clock.ts';
import type { Actor } from '../../../core/case/actor.ts';
import type { CaseFact } from '../../../core/case/case-event.ts';
import type { CaseSla } from '../../../core/sla/case-sla.ts';
import type { ClockName } from '../../../core/sla/clock-name.ts';
import { toEpochMs } from '../../../core/time/instant.ts';
import type { Ports } from '../../../ports/ports.ts';
import { promisedPorts } from '../../fakes/promised-ports.ts';

interface ClockInput {
  readonly caseId: string;
  readonly clock: ClockName;
  readonly instance: number;
  readonly epoch: number;
  readonly at: string;
}
interface EscalationInput {
  readonly caseId: string;
  readonly escalationId: string;
  readonly round: number;
}
/** One execution, as much of it as a crash leaves. */
interface Execution {
  readonly name: string;
  readonly input: ClockInput | EscalationInput;
  state: 'running' | 'over';
  /** Epoch ms. */
  wakeAt: number;
  token: string | null;
  round: number;
  hasPlanned: boolean;
}

/** What may go wrong the next time that it can. */
export type Fault = 'none' | 'lost' | 'crash-before' | 'crash-after' | 'twice' | 'late' | 'overdue' | 'race';

export const caseId = 'HW-7K3M9QZX';

/**
 * One case with its timers, escalations and sweep in memory, on a clock that the test moves, where at each turn of a
 * timer the next of `faults` happens: it is lost, dies before or after its work, comes twice, late within what is
 * tolerated or beyond it, or an agent acts in the middle of it.
 */
export class FaultyDesk {
  readonly ports = promisedPorts();
  /** Notices that left: the key, and when. */
  readonly told: { readonly key: string; readonly at: number }[] = [];
  readonly executions = new Map<string, Execution>();
  /** Cases that a sweep had to handle. */
  swept = 0;
  /** What an agent does in the middle of a step. */
  inTheMiddle: () => Promise<void> = async () => undefined;
  readonly #all: Ports;
  readonly #faults: Fault[];
  #tokens = 0;

  constructor(faults: readonly Fault[]) {
    this.#faults = [...faults];
    this.#all = { ...this.ports, workflows: { start: this.#start, succeedTask: this.#succeed } };
  }

  get now(): number {
    return this.ports.time.now;
  }
  get all(): Ports {
    return this.#all;
  }

  async sla(): Promise<CaseSla> {
    const found = await this.ports.store.getSla(caseId);
    if (!found) throw new Error('the case has no promises');
    return found;
  }

  /** The clocks cannot follow this one at once. */
  async actWithFault(actor: Actor, facts: readonly CaseFact[]): Promise<void> {
    const policies = () => Promise.reject(new Error('a fault of ours'));
    await this.act(actor, facts, { ...this.#all, config: { ...this.#all.config, policies } });
  }

  async act(actor: Actor, facts: readonly CaseFact[], through = this.#all): Promise<void> {
    const current = await this.ports.store.getCase(caseId);
    const change = { current, caseId, facts: facts.map((fact) => ({ actor, fact })) };
    const { writes } = await planChange(change, through);
    await this.ports.store.commit(writes);
    await this.drain();
  }

  /** What commits left is done, until nothing is left; now and then one item of it is lost for good. */
  async drain(): Promise<void> {
    for (let items = this.#takeOutbox(); items.length > 0; items = this.#takeOutbox()) {
      const kept = items.filter(({ effect }) => effect.type === 'case.changed' || this.#next() !== 'lost');
      const failed = await carryOutEffects(kept, this.#all);
      if (failed.size > 0) throw new AggregateError([...failed.values()], 'an effect failed');
    }
  }

  /** Moves on to `until`, with a sweep each minute; whatever wakes on the way wakes in its order. */
  async advanceTo(until: number): Promise<void> {
    for (;;) {
      const running = [...this.executions.values()].filter(({ state }) => state === 'running');
      const next = running.toSorted((a, b) => a.wakeAt - b.wakeAt)[0];
      const sweepAt = (Math.floor(this.now / 60_000) + 1) * 60_000;
      const at = Math.min(next?.wakeAt ?? Number.POSITIVE_INFINITY, sweepAt, until);
      this.ports.time.now = Math.max(this.now, at);
      if (next && next.wakeAt <= this.now) await this.#wake(next);
      else if (sweepAt <= this.now) await this.sweep();
      else return;
      await this.drain();
    }
  }

  async sweep(): Promise<void> {
    const { handled, failed } = await sweepClocks(this.#all);
    this.swept += handled.length + failed.length;
    await this.drain();
  }

  /** Lets the sweep find what is past and was lost; a mark of the last half minute may still be on its way. */
  async settle(): Promise<void> {
    for (let tries = 0; tries < 20; tries++) {
      const { nextLookAt } = await this.sla();
      if (nextLookAt === null || toEpochMs(nextLookAt) > this.now) return;
      await this.advanceTo(this.now + 31_000);
      await this.sweep();
    }
    throw new Error('something is to be looked at again and again');
  }

  /** From now on all goes well. */
  heal(): void {
    this.#faults.length = 0;
  }

  #next(): Fault {
    return this.#faults.shift() ?? 'none';
  }

  #takeOutbox() {
    return this.ports.store.outbox.splice(0);
  }

  readonly #start: Ports['workflows']['start'] = async ({ name, input }) => {
    if (this.executions.has(name)) return 'already-started';
    const given = input as Execution['input'];
    this.executions.set(name, {
      name,
      input: given,
      state: 'running',
      wakeAt: 'at' in given ? Math.max(this.now, toEpochMs(given.at)) : this.now,
      token: null,
      round: 'round' in given ? given.round : 0,
      hasPlanned: false,
    });
    return 'started';
  };

  readonly #succeed: Ports['workflows']['succeedTask'] = async (token, output) => {
    const found = [...this.executions.values()].find(
      (each) => each.token === token && each.state === 'running',
    );
    if (!found) return 'gone';
    const { outcome } = output as { outcome: string };
    if (outcome === 'moved') found.wakeAt = this.now;
    else found.state = 'over';
    found.token = null;
    return 'delivered';
  };

  async #wake(execution: Execution): Promise<void> {
    const fault = this.#next();
    if (fault === 'late' || fault === 'overdue') {
      execution.wakeAt = this.now + (fault === 'late' ? 20_000 : 90_000);
      return;
    }
    if (fault === 'lost') {
      execution.state = 'over';
      return;
    }
    if (fault === 'crash-before') {
      execution.wakeAt = this.now + 1_000;
      return;
    }
    const turn = () =>
      'clock' in execution.input ? this.#wakeClock(execution) : this.#stepEscalation(execution, fault);
    await turn();
    if (fault === 'twice' && 'clock' in execution.input) await turn();
  }

  async #wakeClock(execution: Execution): Promise<void> {
    const { caseId: id, clock, instance, epoch } = execution.input as ClockInput;
    await wakeClock({ caseId: id, clock, instance, epoch }, this.#all);
    execution.state = 'over';
  }

  async #stepEscalation(execution: Execution, fault: Fault): Promise<void> {
    const { escalationId } = execution.input as EscalationInput;
    const { name, round, hasPlanned } = execution;
    execution.token = null;
    const plan = await planEscalation(
      { escalationId, round, execution: name, isFirst: !hasPlanned },
      this.#all,
    );
    // The answer of the plan is lost: the same is asked again.
    if (fault === 'crash-after') {
      execution.wakeAt = this.now + 1_000;
      return;
    }
    execution.hasPlanned = true;
    if (plan.kind === 'end') {
      execution.state = 'over';
      return;
    }
    execution.round = plan.round;
    if (plan.kind === 'notify') for (const { key } of plan.notices) this.told.push({ key, at: this.now });
    if (fault === 'race') await this.inTheMiddle();
    await this.drain();
    const taskToken = `${name}#${++this.#tokens}`;
    execution.token = taskToken;
    execution.wakeAt = this.now + plan.waitSeconds * 1000;
    await awaitEscalationAnswer({ caseId, escalationId, execution: name, taskToken }, this.#all);
  }
}
