/** A process of its own, so that the load does not count as the desk's: node send-load.ts PORT MAILS CLIENTS RUN. */
import { connect } from 'node:net';
import { mixedMail } from './mixed-mail.ts';

const [port = 0, mails = 0, clients = 1] = process.argv.slice(2, 5).map(Number);
const run = process.argv[5] ?? 'run';
let next = 0;

async function client(): Promise<void> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let heard = '';
  let hear: (reply: string) => void = () => undefined;
  socket.on('data', (chunk) => {
    heard += chunk.toString('latin1');
    if (!/(?:^|\n)\d{3} [^\n]*\r\n$/.test(heard)) return;
    const reply = heard;
    heard = '';
    hear(reply);
  });
  const say = async (what: string | Buffer | null) => {
    const reply = new Promise<string>((resolve) => {
      hear = resolve;
    });
    if (what !== null) socket.write(what);
    const words = await reply;
    if (!/^[23]/.test(words)) throw new Error(`the desk answered ${words}`);
  };
  await say(null);
  await say('EHLO bench.example\r\n');
  for (let number = next++; number < mails; number = next++) {
    const mail = mixedMail(run, number);
    await say(`MAIL FROM:<${mail.from}>\r\n`);
    await say('RCPT TO:<help@bench.example>\r\n');
    await say('DATA\r\n');
    await say(mail.raw);
  }
  socket.end('QUIT\r\n');
}

const startedAt = Date.now();
await Promise.all(Array.from({ length: clients }, client));
console.log(JSON.stringify({ startedAt, endedAt: Date.now() }));
