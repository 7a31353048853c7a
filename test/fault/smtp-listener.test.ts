import { describe, expect, test } from 'vitest';
import { createSelfSigned } from '../../local/smtp/self-signed-certificate.ts';
import { openSmtp } from './smtp-bench.ts';

const MIB = 1024 * 1024;
const hello = 'From: Ann <ann@example.test>\r\nSubject: Hello\r\n\r\nWhere is my parcel?';

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('accepting mail', () => {
  test('answers 250 with the id of a mail that is on disk, under its trace headers, and queued', async () => {
    const desk = await openSmtp();
    const client = await desk.connect();
    expect(client.greeting).toMatch(/^220 desk\.test ESMTP/);
    const reply = await client.send(hello);
    expect(reply).toMatch(/^250 2\.0\.0 accepted as [0-9A-Z]{26}$/);
    const [mail] = desk.accepted;
    const raw = (await desk.blobs.read(mail?.rawKey ?? ''))?.toString() ?? '';
    expect(raw).toMatch(
      /^Return-Path: <ann@example\.test>\r\nReceived: from client\.test \(\[127\.0\.0\.1\]\)\r\n\tby desk\.test with ESMTP id /,
    );
    expect(raw).toContain('\r\n\tfor <help@desk.test>;\r\n\t');
    expect(raw.endsWith(`+0000\r\n${hello}\r\n`)).toBe(true);
    const [item] = await desk.queue.receive('intake', 1);
    const envelope = JSON.parse(item?.body ?? '{}') as { Message: string };
    expect(JSON.parse(envelope.Message)).toMatchObject({
      notificationType: 'Received',
      mail: {
        source: 'ann@example.test',
        destination: ['help@desk.test'],
        commonHeaders: { subject: 'Hello' },
      },
      receipt: { dmarcVerdict: { status: 'DISABLED' }, action: { type: 'S3', objectKey: mail?.rawKey } },
    });
  });

  test('greets and offers what it supports, and no more', async () => {
    const desk = await openSmtp();
    const client = await desk.connect();
    const offer = await client.say('EHLO client.test');
    expect(
      offer
        .split(/\r\n/)
        .map((line) => line.slice(4))
        .slice(1),
    ).toEqual(
      expect.arrayContaining([
        'PIPELINING',
        '8BITMIME',
        'SMTPUTF8',
        'ENHANCEDSTATUSCODES',
        `SIZE ${40 * MIB}`,
      ]),
    );
    expect(offer).not.toMatch(/AUTH|STARTTLS|XCLIENT|CHUNKING/);
    expect(await client.say('AUTH PLAIN AGEAYg==')).toMatch(/^5/);
  });

  test('accepts the null sender, a UTF-8 address, NUL bytes, 8-bit garbage, bare LF and dots, byte for byte', async () => {
    const desk = await openSmtp();
    const client = await desk.connect();
    const body = Buffer.concat([
      Buffer.from('Subject: x\n\n.one\ntwo\n'),
      Buffer.from([0, 255, 254, 128, 10, 13, 65]),
    ]);
    await client.say('EHLO client.test');
    await client.say('MAIL FROM:<> BODY=8BITMIME SMTPUTF8');
    expect(await client.say('RCPT TO:<hilfe-ö@desk.test>')).toMatch(/^250/);
    await client.say('DATA');
    await client.write(Buffer.concat([body, Buffer.from('\r\n.\r\n')]));
    expect(await client.reply()).toMatch(/^250/);
    const raw = await desk.blobs.read(desk.accepted[0]?.rawKey ?? '');
    expect(raw?.includes(Buffer.concat([body, Buffer.from('\r\n')]))).toBe(true);
    expect(desk.accepted[0]).toMatchObject({ from: '', recipients: ['hilfe-ö@desk.test'] });
  });

  test('accepts a mail with 10 MB of headers', async () => {
    const desk = await openSmtp();
    const client = await desk.connect();
    const header = `X-Long: ${'x'.repeat(70)}\r\n`.repeat(Math.ceil((10 * MIB) / 80));
    expect(await client.send(`${header}Subject: deep down\r\n\r\nhi`)).toMatch(/^250/);
    const size = (await desk.blobs.stat(desk.accepted[0]?.rawKey ?? ''))?.size ?? 0;
    expect(size).toBeGreaterThan(header.length);
    expect(desk.accepted[0]?.rawPrefix.length).toBe(256 * 1024);
  });

  test('takes 1,000 of 2,000 recipients and asks the client to bring the others again', async () => {
    const desk = await openSmtp();
    const client = await desk.connect();
    await client.say('EHLO client.test');
    await client.say('MAIL FROM:<ann@example.test>');
    const replies: string[] = [];
    for (let index = 0; index < 2_000; index += 1)
      replies.push(await client.say(`RCPT TO:<r${index}@desk.test>`));
    expect(replies.filter((reply) => reply.startsWith('250'))).toHaveLength(1_000);
    expect(new Set(replies.slice(1_000))).toEqual(new Set(['452 4.5.3 Error: too many recipients']));
    await client.say('DATA');
    await client.write(`${hello}\r\n.\r\n`);
    expect(await client.reply()).toMatch(/^250/);
    expect(desk.accepted[0]?.recipients).toHaveLength(1_000);
  });

  test('refuses an empty recipient and a mail without any', async () => {
    const desk = await openSmtp();
    const client = await desk.connect();
    await client.say('EHLO client.test');
    await client.say('MAIL FROM:<ann@example.test>');
    expect(await client.say('RCPT TO:<>')).toMatch(/^501 5\.1\.3/);
    expect(await client.say('DATA')).toMatch(/^503/);
  });

  test('encrypts after STARTTLS with a key of its own', async () => {
    const tls = createSelfSigned('desk.test', Date.now());
    const desk = await openSmtp({ tls });
    const client = await desk.connect();
    expect(await client.say('EHLO client.test')).toContain('STARTTLS');
    expect(await client.say('STARTTLS')).toMatch(/^220/);
    await client.startTls(tls.cert);
    expect(await client.send(hello)).toMatch(/^250/);
    expect((await desk.blobs.read(desk.accepted[0]?.rawKey ?? ''))?.toString()).toContain('with ESMTPS id');
  });

  test('turns away the connection over the limit with 421', async () => {
    const desk = await openSmtp({ maxConnections: 2 });
    await desk.connect();
    await desk.connect();
    expect((await desk.connect()).greeting).toMatch(/^421 /);
  });

  test('hangs up on a client that says nothing', async () => {
    const desk = await openSmtp({ idleTimeoutMs: 50 });
    const client = await desk.connect();
    expect(await client.reply()).toMatch(/^421 4\.4\.2 Timeout/);
  });

  test('drops a client whose command line has no end', async () => {
    const desk = await openSmtp();
    const client = await desk.connect();
    await client.write('X'.repeat(100_000));
    expect(await client.reply()).toMatch(/^(5|421|closed)/);
  });
});

describe('the emergency lane', () => {
  test('is chosen by the scan of the first 256 KB', async () => {
    const desk = await openSmtp({
      scanRisk: (prefix) => Promise.resolve(Buffer.from(prefix).includes('end it tonight')),
    });
    const client = await desk.connect();
    await client.send(hello);
    await client.send('Subject: bye\r\n\r\nI will end it tonight');
    await client.send(
      `Subject: long\r\n\r\n${'x'.repeat(70)}\r\n${`${'y'.repeat(70)}\r\n`.repeat(5_000)}end it tonight`,
    );
    expect(desk.accepted.map(({ lane }) => lane)).toEqual([1, 0, 1]);
  });

  test.each([
    ['fails', () => Promise.reject(new Error('lexicon missing'))],
    ['never ends', () => new Promise<boolean>(() => undefined)],
  ])('is not taken, and the mail accepted all the same, when the scan %s', async (_, scanRisk) => {
    const desk = await openSmtp({ scanRisk });
    const client = await desk.connect();
    expect(await client.send(hello)).toMatch(/^250/);
    expect(desk.accepted.map(({ lane }) => lane)).toEqual([1]);
    expect(desk.logged).toEqual(['A mail was not scanned for risk and waits in the ordinary lane.']);
  });
});

describe('over-size mail', () => {
  test('is refused at MAIL FROM when its size is announced', async () => {
    const desk = await openSmtp();
    const client = await desk.connect();
    await client.say('EHLO client.test');
    expect(await client.say(`MAIL FROM:<ann@example.test> SIZE=${45 * MIB}`)).toMatch(/^552 5\.3\.4/);
    expect(await client.say('MAIL FROM:<ann@example.test> SIZE=1000')).toMatch(/^250/);
  });

  test('is answered with 552 and hung up on before 45 MB are read, and leaves nothing on disk', async () => {
    const desk = await openSmtp();
    const client = await desk.connect();
    await client.begin();
    const chunk = Buffer.alloc(MIB, `${'x'.repeat(70)}\r\n`);
    const reply = client.reply();
    let sent = 0;
    while (sent < 80 && client.isOpen) {
      await Promise.race([client.write(chunk), reply]);
      sent += 1;
      if ((await Promise.race([reply, Promise.resolve(null)])) !== null) break;
    }
    expect(await reply).toMatch(/^552 5\.3\.4 message exceeds the maximum size of 41943040 bytes/);
    expect(sent).toBeLessThan(60);
    expect(desk.accepted).toEqual([]);
    expect([...desk.stored()]).toEqual([]);
    expect(desk.halfWritten()).toEqual([]);
    const next = await desk.connect();
    expect(await next.send(hello)).toMatch(/^250/);
  });

  test('a little over the limit gets 552 at its end, and the session goes on', async () => {
    const desk = await openSmtp({ maxBytes: 10_000 });
    const client = await desk.connect();
    expect(await client.send('x'.repeat(70_000))).toMatch(/^552 5\.3\.4/);
    expect(await client.say('RSET')).toMatch(/^250/);
    expect(await client.send(hello)).toMatch(/^250/);
    expect(desk.stored().size).toBe(1);
  });
});

describe('a failing disk', () => {
  test.each([
    ['ENOSPC', /^452 4\.3\.1 insufficient system storage/],
    ['EIO', /^452 4\.3\.1/],
    ['EACCES', /^451 4\.3\.0 local error/],
  ])('answers %s at the write with a temporary refusal and leaves nothing behind', async (code, expected) => {
    let broken = true;
    const { open } = await import('node:fs/promises');
    const desk = await openSmtp({
      files: {
        open: async (...args: Parameters<typeof open>) => {
          const handle = await open(...args);
          if (broken && args[1] === 'wx') handle.writeFile = () => Promise.reject(failure(code));
          return handle;
        },
      },
    });
    const client = await desk.connect();
    expect(await client.send(hello)).toMatch(expected);
    expect([desk.stored().size, desk.halfWritten().length, desk.accepted.length]).toEqual([0, 0, 0]);
    broken = false;
    expect(await client.send(hello)).toMatch(/^250/);
  });

  test('answers a large mail that fills the disk half-way only when its end has come', async () => {
    const { open } = await import('node:fs/promises');
    let writes = 0;
    const desk = await openSmtp({
      files: {
        open: async (...args: Parameters<typeof open>) => {
          const handle = await open(...args);
          const write = handle.writeFile.bind(handle);
          if (args[1] === 'wx')
            handle.writeFile = (data) => {
              writes += 1;
              return writes > 3 ? Promise.reject(failure('ENOSPC')) : write(data);
            };
          return handle;
        },
      },
    });
    const client = await desk.connect();
    expect(await client.send(Buffer.alloc(5 * MIB, 'y'))).toMatch(/^452 4\.3\.1/);
    expect(await client.say('NOOP')).toMatch(/^250/);
    expect(desk.halfWritten()).toEqual([]);
  });

  test('does not accept a mail whose folder cannot be synced', async () => {
    let broken = false;
    const { open } = await import('node:fs/promises');
    const desk = await openSmtp({
      files: {
        open: async (...args: Parameters<typeof open>) => {
          const handle = await open(...args);
          if (broken && args[1] === 'r') handle.sync = () => Promise.reject(failure('EIO'));
          return handle;
        },
      },
    });
    broken = true;
    const client = await desk.connect();
    expect(await client.send(hello)).toMatch(/^452/);
    expect(desk.accepted).toEqual([]);
  });

  test('answers 451 when the queue cannot be written, and keeps no raw mail that nobody will read', async () => {
    const desk = await openSmtp({ enqueue: () => Promise.reject(new Error('database is locked')) });
    const client = await desk.connect();
    expect(await client.send(hello)).toMatch(/^451 4\.3\.0 the queue is not available/);
    expect(desk.stored().size).toBe(0);
  });
});

test('a port that is taken is named, with the variable that chooses another', async () => {
  const desk = await openSmtp();
  await expect(openSmtp({ port: desk.port })).rejects.toMatchObject({
    code: 'smtp.port-taken',
    message: `Port ${desk.port} on 127.0.0.1 is taken: stop what listens there, or set HARBORWATCH_SMTP_PORT to another port (0 picks a free one).`,
  });
});

test('a client that vanishes in mid-mail leaves nothing behind', async () => {
  const desk = await openSmtp();
  const client = await desk.connect();
  await client.begin();
  await client.write(Buffer.alloc(MIB, 'z'));
  client.drop();
  while (desk.logged.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(desk.logged).toEqual(['A mail was not accepted.']);
  expect([desk.stored().size, desk.halfWritten().length]).toEqual([0, 0]);
});

test('sixteen clients at once share the transactions of the queue', async () => {
  const desk = await openSmtp();
  const before = desk.queue.commits;
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      const client = await desk.connect();
      for (let count = 0; count < 10; count += 1) expect(await client.send(hello)).toMatch(/^250/);
    }),
  );
  expect(desk.queue.counts('intake').ready).toBe(160);
  expect(desk.queue.commits - before).toBeLessThan(120);
});
