import { SmtpClient } from './smtp-client.ts';

/** mulberry32: the same seed gives the same run. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface SentMail {
  readonly messageId: string;
  readonly from: string;
  readonly isEmergency: boolean;
  readonly raw: string;
  accepted: boolean;
  /** How often it was handed over; more than once after a connection that broke. */
  tries: number;
}

/** What customers of a busy desk send: questions, answers, attachments, and now and then a person at risk. */
export class MailTraffic {
  readonly mails: SentMail[] = [];
  /** How many were answered with 250. */
  accepted = 0;
  readonly #random: () => number;
  #count = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Sends over one connection until it breaks or `isOver`. */
  async flow(port: number, isOver: () => boolean): Promise<void> {
    const client = await SmtpClient.connect(port);
    try {
      while (!isOver() && client.isOpen) {
        const mail = this.#next();
        mail.tries += 1;
        const reply = await client.send(mail.raw, mail.from, ['help@desk.example']);
        if (!reply.startsWith('250')) return;
        mail.accepted = true;
        this.accepted += 1;
      }
    } finally {
      client.drop();
    }
  }

  #next(): SentMail {
    // A client that heard no 250 brings the same mail again, as RFC 5321 4.5.4 asks of it.
    const unheard = this.mails.find(({ accepted, tries }) => !accepted && tries === 1);
    if (unheard && this.#random() < 0.5) return unheard;
    const mail = this.#write();
    this.mails.push(mail);
    return mail;
  }

  #write(): SentMail {
    const number = ++this.#count;
    const kind = this.#random();
    const earlier = this.mails[Math.floor(this.#random() * this.mails.length)];
    const isReply = kind < 0.3 && earlier?.accepted === true && !earlier.isEmergency;
    const isEmergency = kind > 0.92;
    const from = isReply ? earlier.from : `writer-${number}@customer.example`;
    const messageId = `<mail-${number}@customer.example>`;
    const text = isEmergency
      ? 'I am going to kill myself tonight. I have the pills in front of me.'
      : `Where is my parcel number ${number}? `.repeat(10);
    const head = [
      `From: ${from}`,
      'To: help@desk.example',
      `Subject: Question ${number}`,
      `Message-ID: ${messageId}`,
      ...(isReply ? [`In-Reply-To: ${earlier.messageId}`] : []),
    ];
    const plain = ['Content-Type: text/plain; charset=utf-8', '', text];
    const body =
      kind > 0.5 && kind < 0.7
        ? [
            'MIME-Version: 1.0',
            'Content-Type: multipart/mixed; boundary="b"',
            '',
            '--b',
            ...plain,
            '--b',
            'Content-Type: application/octet-stream; name="photo.bin"',
            'Content-Transfer-Encoding: base64',
            '',
            'QUJD'.repeat(5_000).replaceAll(/(.{76})/g, '$1\r\n'),
            '--b--',
          ]
        : plain;
    return { messageId, from, isEmergency, raw: [...head, ...body].join('\r\n'), accepted: false, tries: 0 };
  }
}
