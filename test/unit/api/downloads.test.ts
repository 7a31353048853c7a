import { describe, expect, it } from 'vitest';
import { contentDisposition } from '../../../functions/api/download.ts';
import { apiClient } from '../../fakes/api-client.ts';
import { addSampleCase, sampleCaseId, sampleMessageId, sampleRaw } from '../../fakes/sample-case.ts';

const ofMessage = `/api/cases/${sampleCaseId}/messages/${sampleMessageId}`;

async function desk(options: { answerLimit?: number } = {}) {
  const client = apiClient(options);
  await addSampleCase(client.ports);
  return client;
}

describe('downloads', () => {
  it('give the original mail byte for byte', async () => {
    const { call } = await desk();
    const { status, headers, bytes, isBase64Encoded } = await call('GET', `${ofMessage}/raw`);
    expect(status).toBe(200);
    expect(bytes.equals(sampleRaw)).toBe(true);
    expect(isBase64Encoded).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'message/rfc822',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    });
    expect(headers['content-disposition']).toContain(`filename="${sampleCaseId}-${sampleMessageId}.eml"`);
  });

  it('show a picture inline', async () => {
    const { call } = await desk();
    const { headers, bytes } = await call('GET', `${ofMessage}/attachments/0`);
    expect(headers['content-type']).toBe('image/png');
    expect(headers['content-disposition']).toMatch(/^inline; filename="dot.png"/);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  it('never show HTML that calls itself a picture', async () => {
    const { call } = await desk();
    const { headers } = await call('GET', `${ofMessage}/attachments/1`);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="page.html"/);
    expect(headers['content-security-policy']).toContain('sandbox');
  });

  it('refuse what is quarantined, unknown, or of another case', async () => {
    const { call } = await desk();
    expect((await call('GET', `${ofMessage}/attachments/2`)).json).toMatchObject({
      status: 403,
      code: 'attachment.quarantined',
      detail: expect.stringContaining('the type exe is blocked'),
    });
    expect((await call('GET', `${ofMessage}/attachments/9`)).json).toMatchObject({
      code: 'attachment.missing',
    });
    expect((await call('GET', `${ofMessage}/attachments/..%2f0`)).json).toMatchObject({
      status: 400,
      errors: [{ field: 'attachmentId' }],
    });
    const other = `/api/cases/HW-00000000/messages/${sampleMessageId}`;
    for (const path of ['/raw', '/body', '/attachments/0'])
      expect((await call('GET', `${other}${path}`)).json).toMatchObject({
        status: 404,
        code: 'message.missing',
      });
  });

  it('say so when the host cannot carry them, or the blob is gone', async () => {
    const small = await desk({ answerLimit: 100 });
    expect((await small.call('GET', `${ofMessage}/raw`)).json).toMatchObject({ code: 'download.too-large' });
    const { call, ports } = await desk();
    ports.blobMap.clear();
    expect((await call('GET', `${ofMessage}/raw`)).json).toMatchObject({ status: 404, code: 'blob.missing' });
  });

  it('give the whole body of a long message', async () => {
    const { call, ports } = await desk();
    const message = ports.store.messages.get(sampleMessageId);
    if (!message) throw new Error('no message');
    ports.store.messages.set(sampleMessageId, { ...message, bodyKey: 'bodies/one' });
    const whole = { text: 'x'.repeat(50_000), reply: 'x', quoted: '', html: '<p>x</p>' };
    ports.blobMap.set('bodies/one', Buffer.from(JSON.stringify(whole)));
    expect((await call('GET', `${ofMessage}/body`)).json).toEqual(whole);
  });
});

describe('a file name', () => {
  it.each([
    [
      'a\r\nset-cookie: x=1.txt',
      `attachment; filename="aset-cookie_ x=1.txt"; filename*=UTF-8''aset-cookie_%20x%3D1.txt`,
    ],
    ['../../etc/passwd', `attachment; filename="_.._etc_passwd"; filename*=UTF-8''_.._etc_passwd`],
    ['q"uo\\te.txt', `attachment; filename="q_uo_te.txt"; filename*=UTF-8''q_uo_te.txt`],
    [
      'Übergrößé 🎴.png',
      `attachment; filename="_bergr___ __.png"; filename*=UTF-8''%C3%9Cbergr%C3%B6%C3%9F%C3%A9%20%F0%9F%8E%B4.png`,
    ],
    ['\u202egpj.exe', `attachment; filename="gpj.exe"; filename*=UTF-8''gpj.exe`],
    ['', `attachment; filename="file"; filename*=UTF-8''file`],
    ['\ud800', `attachment; filename="_"; filename*=UTF-8''%EF%BF%BD`],
  ])('%j cannot break out of its header', (name, expected) => {
    const header = contentDisposition('attachment', name);
    expect(header).toBe(expected);
    expect(() => new Headers({ 'content-disposition': header })).not.toThrow();
  });
});
