import { parseArgs } from 'node:util';
import { measureRecovery } from './clocks/measure-recovery.ts';
import { measureSweep } from './clocks/measure-sweep.ts';
import { measureTimers } from './clocks/measure-timers.ts';

const usage = `node bench/clocks.ts [--count 10000] [--seconds 120] [--only timers,sweep,recovery,outage] [--lead SECONDS]
                     [--cpu-prof FOLDER] [--save FILE]
  Breaches of open first-reply clocks, due evenly over some seconds of real time: how late each is committed, beside
  a sweep each 60 s over the same clocks; memory and CPU of the desk that holds them; recovery from kill -9.
  --save writes due and lateness of each, ms, as CSV. A quick look: --count 1000 --seconds 20 --only timers,recovery`;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '120' },
    only: { type: 'string', default: 'timers,sweep,recovery,outage' },
    lead: { type: 'string' },
    'cpu-prof': { type: 'string' },
    save: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else {
  const spread = { count: Number(values.count), seconds: Number(values.seconds) };
  const parts = values.only.split(',');
  // To store the cases, to start the desk and their executions, and to see it idle.
  const leadMs = values.lead ? Number(values.lead) * 1_000 : 35_000 + spread.count * 10;
  const profile = values['cpu-prof'] ? ['--cpu-prof', `--cpu-prof-dir=${values['cpu-prof']}`] : [];
  console.log(`${spread.count} open clocks, due within ${spread.seconds} s:`);
  if (parts.includes('timers')) await measureTimers(spread, leadMs, profile, values.save);
  if (parts.includes('sweep')) await measureSweep(spread);
  const { seconds } = spread;
  const half = { name: 'half of them to come', killAfter: seconds / 2, startAfter: seconds / 2 };
  if (parts.includes('recovery')) await measureRecovery(spread, leadMs, half);
  const all = { name: 'down until all were due', killAfter: -1, startAfter: seconds + 1 };
  if (parts.includes('outage')) await measureRecovery(spread, leadMs, all);
}
