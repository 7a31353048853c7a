import { parseArgs } from 'node:util';
import { measureCeiling } from './store/ceiling.ts';
import { measureQueue } from './store/queue.ts';
import { withStore } from './store/with-store.ts';

const usage = `node bench/store.ts [--seconds 3] [--open-cases 1000,10000] [--full]
  --full adds the queue at 100,000 open cases (a minute or two to fill)`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    'open-cases': { type: 'string', default: '1000,10000' },
    full: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else {
  await withStore('transactions', (bench) => measureCeiling(bench, Number(values.seconds) * 1_000));
  const counts = values['open-cases'].split(',').map(Number);
  await withStore('queue', (bench) => measureQueue(bench, values.full ? [...counts, 100_000] : counts));
}
