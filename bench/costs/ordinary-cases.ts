import type { DeskConfig } from '../../core/config/desk-config.ts';
import type { Life } from './clock-lives.ts';

export interface OrdinaryCase {
  readonly name: string;
  /** What is different in the promises. */
  readonly change: (config: DeskConfig) => DeskConfig;
  readonly life: Life;
}

/** Written on a Friday at 13:00 of the office, answered, one further exchange, solved with the second answer. */
function exchange(firstAnswer: string, secondAnswer: string): Life {
  return async (desk) => {
    await desk.mail();
    await desk.fastForward(firstAnswer);
    await desk.reply();
    await desk.fastForward('1h');
    await desk.mail();
    await desk.fastForward(secondAnswer);
    await desk.reply('solved');
    // Beyond the first look at total-resolution, half of its seven days.
    await desk.fastForward('84h');
  };
}

const asShipped = (config: DeskConfig): DeskConfig => config;
const without = (config: DeskConfig, clock: 'total-resolution'): DeskConfig => ({
  ...config,
  policies: config.policies.map((policy) => {
    const { [clock]: _left, ...targets } = policy.targets;
    return { ...policy, targets };
  }),
});

export function ordinaryCases(): readonly OrdinaryCase[] {
  const prompt = exchange('1h', '1h');
  return [
    { name: 'Both answers within the first half of their time', change: asShipped, life: prompt },
    {
      name: 'Both answers after the first warning, before the second',
      change: asShipped,
      life: exchange('5h', '23h'),
    },
    {
      name: 'The first answer missed: warned twice, escalated to the lead, taken on half an hour after the breach',
      change: asShipped,
      life: async (desk) => {
        await desk.mail();
        // Due on Saturday at 14:00 of the office.
        await desk.fastForward('25h');
        await desk.fastForward('30m');
        await desk.acknowledgeEscalation();
        await desk.reply('solved');
        await desk.fastForward('60h');
      },
    },
    {
      name: 'Prompt answers, no target for total-resolution',
      change: (config) => without(config, 'total-resolution'),
      life: prompt,
    },
    {
      name: 'Prompt answers, no promises at all',
      change: (config) => ({ ...config, policies: [] }),
      life: prompt,
    },
  ];
}
