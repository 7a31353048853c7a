import { createPrivateKey, generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface KeyAndCertificate {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
}

const ECDSA_WITH_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const COMMON_NAME = [0x55, 0x04, 0x03];
const SUBJECT_ALT_NAME = [0x55, 0x1d, 0x11];
const VALID_FOR_YEARS = 10;

const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OID = 0x06;
const UTF8_STRING = 0x0c;
const GENERALIZED_TIME = 0x18;
const EXPLICIT_0 = 0xa0;
const EXPLICIT_3 = 0xa3;
const DNS_NAME = 0x82;

/** The key made at first start and kept in `folder`, readable by its owner only; a new one when it has run out. */
export async function loadOrCreateCertificate(
  folder: string,
  hostName: string,
  now: number,
): Promise<KeyAndCertificate> {
  const file = join(folder, 'smtp-tls.pem');
  const kept = await readKept(file);
  if (kept !== null && Date.parse(new X509Certificate(kept.cert).validTo) > now) return kept;
  const made = createSelfSigned(hostName, now);
  await writeFile(`${file}.new`, `${made.key}${made.cert}`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return made;
}

/** X.509 v3 of RFC 5280 over P-256, signed by itself. `now` epoch ms. */
export function createSelfSigned(hostName: string, now: number): KeyAndCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(SEQUENCE, der(OID, ECDSA_WITH_SHA256));
  const name = der(
    SEQUENCE,
    der(SET, der(SEQUENCE, der(OID, COMMON_NAME), der(UTF8_STRING, Buffer.from(hostName)))),
  );
  // A leading 0x00 to 0x7f byte keeps the serial number positive.
  const serial = Buffer.from([0x01, ...randomBytes(15)]);
  const body = der(
    SEQUENCE,
    der(EXPLICIT_0, der(INTEGER, [2])),
    der(INTEGER, serial),
    algorithm,
    name,
    der(SEQUENCE, time(now), time(addYears(now, VALID_FOR_YEARS))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(EXPLICIT_3, der(SEQUENCE, alternativeName(hostName))),
  );
  const signature = sign('sha256', body, privateKey);
  const certificate = der(SEQUENCE, body, algorithm, der(BIT_STRING, [0], signature));
  return {
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    cert: toPem(certificate),
  };
}

function alternativeName(hostName: string): Buffer {
  const names = der(SEQUENCE, der(DNS_NAME, Buffer.from(hostName)));
  return der(SEQUENCE, der(OID, SUBJECT_ALT_NAME), der(OCTET_STRING, names));
}

function der(tag: number, ...parts: readonly (Uint8Array | readonly number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Uint8Array.from(part)));
  return Buffer.concat([Buffer.from([tag, ...derLength(content.length)]), content]);
}

function derLength(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

function time(epochMs: number): Buffer {
  const text = new Date(epochMs).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return der(GENERALIZED_TIME, Buffer.from(text));
}

function addYears(epochMs: number, years: number): number {
  const date = new Date(epochMs);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

function toPem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

async function readKept(file: string): Promise<KeyAndCertificate | null> {
  try {
    const pem = await readFile(file, 'utf8');
    const at = pem.indexOf('-----BEGIN CERTIFICATE-----');
    const kept = { key: pem.slice(0, at), cert: pem.slice(at) };
    createPrivateKey(kept.key);
    return kept;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new Error(`The TLS key in ${file} cannot be read: delete the file to have a new one made.`, {
      cause: error,
    });
  }
}
