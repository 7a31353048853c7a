import { connect, type Socket } from 'node:net';

const MAIL = `From: Ann <ann@example.test>\r\nTo: help@bench.test\r\nSubject: Parcel\r\n\r\n${`${'x'.repeat(70)}\r\n`.repeat(27)}.\r\n`;

/** One client that sends `count` mails of 2 KB, over one connection or a new one for each. */
export async function sendMails(
  port: number,
  count: number,
  { keepOpen }: { keepOpen: boolean },
): Promise<void> {
  let talk = await open(port);
  for (let sent = 0; sent < count; sent += 1) {
    if (!keepOpen && sent > 0) {
      talk.close();
      talk = await open(port);
    }
    for (const words of [
      'MAIL FROM:<ann@example.test>\r\n',
      'RCPT TO:<help@bench.test>\r\n',
      'DATA\r\n',
      MAIL,
    ])
      await talk.say(words);
  }
  talk.close();
}

async function open(port: number) {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let text = '';
  let hear: (reply: string) => void = () => undefined;
  socket.on('data', (chunk) => {
    text += chunk.toString();
    const last = /(?:^|\n)(\d{3}) [^\n]*\r\n$/.exec(text);
    if (last === null) return;
    const reply = text;
    text = '';
    hear(reply);
  });
  const reply = async (say: () => void) => {
    const heard = new Promise<string>((resolve) => {
      hear = resolve;
    });
    say();
    const words = await heard;
    if (!/^[23]/.test(words)) throw new Error(`The listener answered ${words}`);
  };
  await reply(() => undefined);
  await reply(() => socket.write('EHLO bench.test\r\n'));
  return {
    say: (words: string) => reply(() => socket.write(words)),
    close: () => socket.end('QUIT\r\n'),
  };
}
