import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SmtpClient } from '../test/fault/smtp-client.ts';
import { LoopbackReceiver } from '../test/loopback-receiver.ts';
import { RunningDesk } from './desk/running-desk.ts';
import { at } from './store/ceiling.ts';
import { verdict } from './verdict.ts';

const usage = `node bench/page-latency.ts [--samples 120] [--flood 2000]
  From the 250 of an emergency mail to the call of the on-call person's webhook.`;

const { values } = parseArgs({
  options: {
    samples: { type: 'string', default: '120' },
    flood: { type: 'string', default: '2000' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else await measure(Number(values.samples), Number(values.flood));

async function measure(samples: number, flood: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-bench-config-'));
  await using receiver = await LoopbackReceiver.listen();
  writeFileSync(join(folder, 'desk.yaml'), JSON.stringify(config(receiver.url)));
  {
    await using desk = await RunningDesk.start({ HARBORWATCH_CONFIG: folder });
    const client = await SmtpClient.connect(desk.smtpPort);
    await sample(client, receiver, 10);
    const idle = await sample(client, receiver, samples);
    report('idle', idle);
    verdict('idle: p50 under 150 ms, p99 under 1 s', at(idle, 0.5) < 150 && at(idle, 0.99) < 1_000);

    client.drop();
  }
  {
    // The flood waits in the data: a desk that takes mail in as fast as it accepts it builds no queue.
    await using desk = await RunningDesk.start({ HARBORWATCH_CONFIG: folder }, [], flood);
    const client = await SmtpClient.connect(desk.smtpPort);
    const behind: number[] = [];
    const depths: number[] = [];
    while (desk.queued() > 50 && behind.length < samples) {
      depths.push(desk.queued());
      behind.push(...(await sample(client, receiver, 1)));
    }
    behind.sort((a, b) => a - b);
    report(`behind ${Math.max(...depths)} to ${Math.min(...depths)} queued mails`, behind);
    verdict('behind a flood: p99 under 2 s', behind.length > 0 && at(behind, 0.99) < 2_000);
    client.drop();
  }
  rmSync(folder, { recursive: true });
}

/** Sorted milliseconds. */
async function sample(client: SmtpClient, receiver: LoopbackReceiver, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let number = 0; number < count; number++) {
    const calls = receiver.calls.length;
    const heard = receiver.next();
    const from = `at-risk-${calls}-${number}@customer.example`;
    const mail = `From: ${from}\r\nSubject: goodbye\r\n\r\nI am going to kill myself tonight. I have the pills in front of me.`;
    const reply = await client.send(mail, from, ['help@bench.example']);
    const acceptedAt = Date.now();
    if (!reply.startsWith('250')) throw new Error(`the desk answered ${reply}`);
    times.push(Math.max(0, (await heard).at - acceptedAt));
  }
  return times.sort((a, b) => a - b);
}

function report(name: string, times: readonly number[]): void {
  console.log(
    `${name}: ${times.length} pages, p50 ${at(times, 0.5).toFixed(0)} ms, p99 ${at(times, 0.99).toFixed(0)} ms, longest ${at(times, 1).toFixed(0)} ms`,
  );
}

function config(url: string): object {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  return {
    desk: { name: 'Bench', mailDomain: 'bench.example', fromName: 'Bench' },
    users: [
      {
        id: 'ana',
        name: 'Ana',
        email: 'ana@staff.example',
        roles: ['agent'],
        contacts: [{ id: 'pager', channel: 'webhook', url, secret }],
      },
    ],
    // Nobody acknowledges: an hour between rounds, so that only first notifications are timed.
    escalationPolicies: {
      emergency: {
        name: 'Emergency',
        steps: [{ targets: [{ user: 'ana' }], waitSeconds: 3600 }],
        everyoneWaitSeconds: 3600,
      },
    },
    emergency: { policy: 'emergency' },
  };
}
