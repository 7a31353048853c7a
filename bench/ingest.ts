import { parseArgs } from 'node:util';
import { RunningDesk } from './desk/running-desk.ts';
import { bareCeiling } from './store/ceiling.ts';
import { withStore } from './store/with-store.ts';
import { verdict } from './verdict.ts';

const usage = `node bench/ingest.ts [--mails 600] [--clients 1,4,16] [--cpu-prof FOLDER]
  SMTP to durable case: mails/s, CPU and memory at 1, 4 and 16 clients, beside the store's own ceiling.`;

const { values } = parseArgs({
  options: {
    mails: { type: 'string', default: '600' },
    clients: { type: 'string', default: '1,4,16' },
    'cpu-prof': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
/** Five times the fastest open-source desk that was measured on such a machine (Redmine: 15, 26, 28). */
const floors = new Map([
  [1, 75],
  [4, 130],
  [16, 140],
]);
const cpuBudgetMs = 8;

if (values.help) console.log(usage);
else await measure(Number(values.mails), values.clients.split(',').map(Number), values['cpu-prof']);

async function measure(
  mails: number,
  rows: readonly number[],
  profileFolder: string | undefined,
): Promise<void> {
  const ceiling = await withStore('ceiling', (bench) => bareCeiling(bench, rows, 2_000));
  const profile = profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : [];
  await using desk = await RunningDesk.start({}, profile);
  await desk.load(300, 4, 'warm');
  await desk.drained();
  await desk.quiet();
  console.log(`Mixed mail, ${mails} a row, accepted by SMTP until it is a case in the store.`);
  console.log(
    'clients  mails/s  store alone  ratio   CPU ms/mail (desk, store)   MB (desk, store)   queued at the end of sending',
  );
  for (const clients of rows) {
    const floor = floors.get(clients);
    const before = desk.cpuMs();
    const { startedAt } = await desk.load(mails, clients, `c${clients}`);
    const waiting = desk.queued();
    const rate = mails / (((await desk.drained()) - startedAt) / 1_000);
    await desk.quiet();
    const after = desk.cpuMs();
    const cpu = { desk: (after.desk - before.desk) / mails, store: (after.store - before.store) / mails };
    const memory = desk.memoryMb();
    const alone = ceiling.get(clients) ?? Number.NaN;
    const ratio = rate / alone;
    console.log(
      [
        String(clients).padStart(7),
        rate.toFixed(0).padStart(9),
        alone.toFixed(0).padStart(13),
        ratio.toFixed(2).padStart(7),
        `${cpu.desk.toFixed(1)}, ${cpu.store.toFixed(1)}`.padStart(20),
        `${memory.desk}, ${memory.store}`.padStart(24),
        String(waiting).padStart(14),
      ].join(''),
    );
    if (floor) verdict(`${clients} clients: at least ${floor} mails/s`, rate >= floor);
    verdict(`${clients} clients: at most ${cpuBudgetMs} ms CPU a mail in the desk`, cpu.desk <= cpuBudgetMs);
    if (clients === 1) verdict('one client: at least 60 % of the store alone', ratio >= 0.6);
    if (clients === 16) verdict('16 clients: above the store alone', ratio > 1);
  }
}
