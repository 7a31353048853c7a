import type { ClockName } from '../../core/sla/clock-name.ts';
import type { MeteredDesk } from './metered-desk.ts';

/** Of the target's 120 minutes 30 are used, before any warning; or all, with warnings at 60 and 96 minutes. */
export type Ending = 'kept' | 'breached';
export type Life = (desk: MeteredDesk) => Promise<void>;

export const lifeTargetMinutes = 120;
export const emergencyTargetMinutes = 5;
const waits = { kept: '30m', breached: '150m' } as const;
/** Until nothing that was started for the clock sleeps any more: the first look is after an hour. */
const rest = '45m';

type Lives = Readonly<Record<Ending, Life>>;

function livesOf(live: (desk: MeteredDesk, ending: Ending) => Promise<void>): Lives {
  return { kept: (desk) => live(desk, 'kept'), breached: (desk) => live(desk, 'breached') };
}

const solvedAfter = livesOf(async (desk, ending) => {
  await desk.mail();
  await desk.fastForward(waits[ending]);
  await desk.reply('solved');
  await desk.fastForward(rest);
});

export const lives: Readonly<Record<ClockName, Lives>> = {
  'first-reply': livesOf(async (desk, ending) => {
    await desk.mail();
    await desk.fastForward(waits[ending]);
    await desk.reply();
    await desk.fastForward(rest);
  }),
  'next-reply': livesOf(async (desk, ending) => {
    await desk.mail();
    await desk.reply();
    await desk.mail();
    await desk.fastForward(waits[ending]);
    await desk.reply();
    await desk.fastForward(rest);
  }),
  'keep-informed': livesOf(async (desk, ending) => {
    await desk.mail();
    await desk.reply();
    await desk.fastForward(waits[ending]);
    // Solved, so that no further instance begins.
    await desk.reply('solved');
    await desk.fastForward(rest);
  }),
  department: livesOf(async (desk, ending) => {
    await desk.mail();
    const consultId = await desk.ask('payments');
    await desk.fastForward(waits[ending]);
    await desk.consultAnswered(consultId);
    await desk.fastForward(rest);
  }),
  'agent-work': solvedAfter,
  'first-resolution': solvedAfter,
  'total-resolution': solvedAfter,
  'emergency-ack': livesOf(async (desk, ending) => {
    await desk.mail({
      subject: 'goodbye',
      text: 'I am going to kill myself tonight. I have the pills in front of me.',
    });
    await desk.fastForward(ending === 'kept' ? '1m' : '6m');
    await desk.acknowledgePage();
    await desk.reply('solved');
    await desk.fastForward('10m');
  }),
};

/** For the clocks that a status pauses: half an hour with the customer. */
export const pausedLives: Partial<Readonly<Record<ClockName, Life>>> = {
  'keep-informed': async (desk) => {
    await desk.mail();
    await desk.reply();
    await pauseAndSolve(desk);
  },
  'agent-work': mailThenPause,
  'first-resolution': mailThenPause,
  'total-resolution': mailThenPause,
};

async function mailThenPause(desk: MeteredDesk): Promise<void> {
  await desk.mail();
  await pauseAndSolve(desk);
}

async function pauseAndSolve(desk: MeteredDesk): Promise<void> {
  await desk.fastForward('10m');
  await desk.change({ status: 'pending' });
  await desk.fastForward('30m');
  await desk.mail();
  await desk.fastForward('10m');
  await desk.reply('solved');
  await desk.fastForward(rest);
}
