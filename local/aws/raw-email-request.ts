import parseAddresses from 'nodemailer/lib/addressparser';
import { SesError } from './ses-error.ts';

/** docs.aws.amazon.com/ses/latest/dg/quotas.html: the v1 API takes 10 MB, and 50 recipients a mail. */
const MAX_MESSAGE_BYTES = 10 * 1024 * 1024;
const MAX_RECIPIENTS = 50;

export interface RawEmailRequest {
  readonly source: string;
  readonly destinations: readonly string[];
  readonly raw: Buffer;
}

/** The parameters of SendRawEmail in the Query protocol; headers stand in for what is left out, as in SES. */
export function readRawEmailRequest(form: URLSearchParams): RawEmailRequest {
  const data = form.get('RawMessage.Data');
  if (data === null || data === '')
    throw new SesError('MissingParameter', 'The request must contain the parameter RawMessage.Data.');
  const raw = Buffer.from(data, 'base64');
  if (raw.length > MAX_MESSAGE_BYTES)
    throw new SesError(
      'InvalidParameterValue',
      `Message length is more than ${MAX_MESSAGE_BYTES} bytes long: '${raw.length}'.`,
    );
  const headers = readHeaders(raw);
  const destinations = readDestinations(form, headers);
  if (destinations.length === 0) throw new SesError('InvalidParameterValue', "Missing required header 'To'.");
  if (destinations.length > MAX_RECIPIENTS)
    throw new SesError('InvalidParameterValue', `Recipient count exceeds ${MAX_RECIPIENTS}.`);
  const source = addresses([
    form.get('Source') ?? headers.get('return-path')?.[0] ?? headers.get('from')?.[0] ?? '',
  ])[0];
  if (source === undefined) throw new SesError('InvalidParameterValue', "Missing required header 'From'.");
  for (const address of [source, ...destinations]) {
    if (!/^[^\s@<>]+@[^\s@<>]+$/.test(address))
      throw new SesError('InvalidParameterValue', 'Illegal address');
  }
  return { source, destinations, raw };
}

function readDestinations(form: URLSearchParams, headers: ReadonlyMap<string, readonly string[]>): string[] {
  const given: string[] = [];
  for (let index = 1; ; index += 1) {
    const destination = form.get(`Destinations.member.${index}`);
    if (destination === null) break;
    given.push(destination);
  }
  if (given.length > 0) return addresses(given);
  return addresses(['to', 'cc', 'bcc'].flatMap((name) => headers.get(name) ?? []));
}

function addresses(texts: readonly string[]): string[] {
  return texts.flatMap((text) => parseAddresses(text, { flatten: true }).map((found) => found.address));
}

function readHeaders(raw: Buffer): Map<string, string[]> {
  const text = raw.toString('latin1');
  const end = text.search(/\r?\n\r?\n/);
  if (end === -1 || !/^[!-9;-~]+:/.test(text))
    throw new SesError('InvalidParameterValue', "Missing final '@domain' or header section.");
  const headers = new Map<string, string[]>();
  for (const line of text
    .slice(0, end)
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return headers;
}
