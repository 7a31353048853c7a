import { scrypt, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DomainError } from '../../core/errors.ts';
import { readIfThere, writePrivate } from './private-file.ts';

export interface DeskPassword {
  /** As `start` prints it; null when its owner has deleted the readable file. */
  readonly readable: string | null;
  matches(candidate: string): Promise<boolean>;
}

const hashOf = promisify<string, Uint8Array, number, { N: number; r: number; p: number }, Buffer>(scrypt);
/** 16 MB and some 50 ms a guess. https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const cost = { N: 2 ** 14, r: 8, p: 5 };
const hashBytes = 32;
/** Without letters and digits that look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const groupLength = 5;

/**
 * The one password of a desk on one machine: made at the first start (99 bits), kept as a hash, and readable
 * by the machine's owner so that `start` can print it again.
 */
export async function loadDeskPassword(
  dataFolder: string,
  randomBytes: (count: number) => Uint8Array,
): Promise<DeskPassword> {
  const hashPath = join(dataFolder, 'desk-password.scrypt');
  const plainPath = join(dataFolder, 'desk-password');
  const stored = await readIfThere(hashPath);
  if (stored !== null) {
    const readable = (await readIfThere(plainPath))?.trim() ?? null;
    return { readable, matches: matcher(stored, hashPath) };
  }
  const password = makePassword(randomBytes);
  const salt = randomBytes(16);
  const hash = await hashOf(password, salt, hashBytes, cost);
  const text = `${Buffer.from(salt).toString('base64url')}.${hash.toString('base64url')}\n`;
  // The readable file first: if we end between the two, the next start makes both anew.
  await writePrivate(plainPath, `${password}\n`);
  await writePrivate(hashPath, text);
  return { readable: password, matches: matcher(text, hashPath) };
}

function matcher(stored: string, path: string): DeskPassword['matches'] {
  const [salt, hash] = stored.trim().split('.');
  const expected = Buffer.from(hash ?? '', 'base64url');
  if (!salt || expected.byteLength !== hashBytes)
    throw new DomainError(
      'invalid',
      'issuer.bad-password-file',
      `${path} is damaged: delete it, and the next start makes a new password.`,
    );
  return async (candidate) =>
    timingSafeEqual(await hashOf(candidate, Buffer.from(salt, 'base64url'), hashBytes, cost), expected);
}

function makePassword(randomBytes: (count: number) => Uint8Array): string {
  const letters: string[] = [];
  // Bytes above the last whole multiple would favour the first letters of the alphabet.
  const fair = 256 - (256 % alphabet.length);
  while (letters.length < groups * groupLength)
    for (const byte of randomBytes(32)) if (byte < fair) letters.push(alphabet[byte % alphabet.length] ?? '');
  return Array.from({ length: groups }, (_, group) =>
    letters.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
}
