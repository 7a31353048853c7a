export interface BenchMail {
  readonly from: string;
  readonly raw: Buffer;
}

const words =
  'I won this lot two weeks ago, paid at once, and it has not arrived although the seller says so. ';
const wrapped = (bytes: number) =>
  `${words}\r\n`.repeat(Math.ceil(bytes / (words.length + 2))).slice(0, bytes);
const base64 = (bytes: number) =>
  'UGFjayB3aXRoIGNhcmUuIEhhbmRsZSB3aXRoIGNhcmUuIA'
    .repeat(Math.ceil(bytes / 46))
    .slice(0, bytes)
    .replaceAll(/(.{76})/g, '$1\r\n');

const plainBody = `Content-Type: text/plain; charset=utf-8\r\n\r\n${wrapped(1_700)}`;
const alternative = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary="alt"',
  '',
  '--alt',
  'Content-Type: text/plain; charset=utf-8',
  '',
  wrapped(4_000),
  '--alt',
  'Content-Type: text/html; charset=utf-8',
  '',
  `<html><body>${`<p>${words}</p>\r\n`.repeat(100)}</body></html>`,
  '--alt--',
].join('\r\n');
const attached = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="mix"',
  '',
  '--mix',
  plainBody,
  '--mix',
  'Content-Type: image/jpeg; name="parcel.jpg"',
  'Content-Disposition: attachment; filename="parcel.jpg"',
  'Content-Transfer-Encoding: base64',
  '',
  base64(300 * 1024),
  '--mix--',
].join('\r\n');

/** 60 % plain of 2 KB, 30 % text and HTML of 15 KB, 10 % with 300 KB attached; 30 % of all answer an earlier one. */
export function mixedMail(run: string, number: number): BenchMail {
  const kind = (number * 7) % 10;
  const isReply = number >= 40 && (number * 3) % 10 < 3;
  // Far enough back to be a case already, when the desk keeps up.
  const origin = isReply ? originOf(number - 40) : number;
  const from = `buyer-${run}-${origin}@buyers.example`;
  const head = [
    `From: A Buyer <${from}>`,
    'To: help@bench.example',
    `Subject: ${isReply ? 'Re: ' : ''}Where is my parcel of lot ${origin}?`,
    `Message-ID: <${run}.${number}@buyers.example>`,
    ...(isReply ? [`In-Reply-To: <${run}.${origin}@buyers.example>`] : []),
    'Date: Sun, 22 Nov 2026 12:00:00 +0000',
    '',
  ].join('\r\n');
  const body = kind < 6 ? plainBody : kind < 9 ? alternative : attached;
  return { from, raw: Buffer.from(`${head}${body}\r\n.\r\n`) };
}

/** The nearest mail at or before `number` that is no reply itself. */
function originOf(number: number): number {
  let origin = number;
  while (origin >= 40 && (origin * 3) % 10 < 3) origin -= 1;
  return origin;
}
