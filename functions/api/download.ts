import { DomainError } from '../../core/errors.ts';
import type { ApiOptions } from './api-context.ts';

export interface Download {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
  readonly inline: boolean;
}

/**
 * Bytes that strangers sent: never run, never sniffed, never cached.
 * @throws DomainError `download.too-large` when the host cannot carry the answer
 */
export function download(file: Download, { answerLimit }: Pick<ApiOptions, 'answerLimit'>): Response {
  if (answerLimit !== undefined && file.bytes.byteLength > answerLimit)
    throw new DomainError(
      'unavailable',
      'download.too-large',
      `This file has ${file.bytes.byteLength} bytes; the API carries at most ${answerLimit}. Fetch it from the mail bucket.`,
    );
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.bytes.byteLength),
      'content-disposition': contentDisposition(file.inline ? 'inline' : 'attachment', file.fileName),
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    },
  });
}

/** RFC 6266: a plain name for old clients, the whole name in UTF-8 (RFC 8187) for all others. */
export function contentDisposition(kind: 'inline' | 'attachment', fileName: string): string {
  const name = safeName(fileName);
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** No folders, no control or direction-changing characters (`gpj.exe` shown backwards), at most 150 characters. */
function safeName(fileName: string): string {
  const clean = fileName
    .toWellFormed()
    .replace(/\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^\.+/, '')
    .trim();
  return Array.from(clean).slice(-150).join('') || 'file';
}
