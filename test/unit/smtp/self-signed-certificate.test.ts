import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { createSelfSigned, loadOrCreateCertificate } from '../../../local/smtp/self-signed-certificate.ts';

const NOW = Date.parse('2026-11-22T10:00:00.000Z');

test('the certificate names the host, is signed by its own key and valid for ten years', () => {
  const { key, cert } = createSelfSigned('desk.example.test', NOW);
  const parsed = new X509Certificate(cert);
  expect(parsed.subject).toBe('CN=desk.example.test');
  expect(parsed.issuer).toBe(parsed.subject);
  expect(parsed.verify(parsed.publicKey)).toBe(true);
  expect(parsed.checkHost('desk.example.test')).toBe('desk.example.test');
  expect(parsed.checkHost('other.test')).toBeUndefined();
  expect([Date.parse(parsed.validFrom), Date.parse(parsed.validTo)]).toEqual([
    NOW,
    Date.parse('2036-11-22T10:00:00.000Z'),
  ]);
  expect(() => createSecureContext({ key, cert })).not.toThrow();
});

test('a long host name, whose lengths take two bytes, is encoded correctly', () => {
  const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.test`;
  expect(new X509Certificate(createSelfSigned(host, NOW).cert).checkHost(host)).toBe(host);
});

test('the key is made once, readable by its owner only, and anew when it has run out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'harborwatch-tls-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const first = await loadOrCreateCertificate(folder, 'desk.test', NOW);
  expect(await loadOrCreateCertificate(folder, 'desk.test', NOW + 1)).toEqual(first);
  expect(statSync(join(folder, 'smtp-tls.pem')).mode & 0o777).toBe(0o600);
  const later = await loadOrCreateCertificate(folder, 'desk.test', Date.parse('2037-01-01'));
  expect(later.cert).not.toBe(first.cert);
  writeFileSync(join(folder, 'smtp-tls.pem'), 'rubbish');
  await expect(loadOrCreateCertificate(folder, 'desk.test', NOW)).rejects.toThrow(
    'delete the file to have a new one made',
  );
});
