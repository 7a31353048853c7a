import { fileTypeFromBuffer } from 'file-type';

/** Magic numbers sit at the start; no detector is ever given more, so nothing is unpacked. */
const SNIFF_BYTES = 4100;
const TAIL_BYTES = 64 * 1024;

/**
 * Media type by content, or `''` where the content tells nothing (plain text, unknown binary).
 * Archives are recognised by their first bytes and by the names in them; they are never unpacked.
 */
export async function sniffType(content: Uint8Array): Promise<string> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length < 4) return '';
  const known = commonType(bytes);
  if (known !== undefined) return known;
  const head = bytes.subarray(0, SNIFF_BYTES);
  try {
    return (await fileTypeFromBuffer(head))?.mime ?? textType(head);
  } catch (error) {
    // A detector ran off the cut: the content is none of the types that we know.
    return error instanceof Error ? textType(head) : Promise.reject(error);
  }
}

function commonType(bytes: Buffer): string | undefined {
  switch (bytes.readUInt32BE(0)) {
    case 0x89504e47:
      return 'image/png';
    case 0x47494638:
      return 'image/gif';
    case 0x25504446:
      return 'application/pdf';
    case 0x504b0304:
    case 0x504b0506:
      return zipType(bytes);
    case 0x7f454c46:
      return 'application/x-executable';
    case 0x789f3e22:
      return 'application/vnd.ms-tnef';
  }
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'application/gzip';
  if (bytes[0] === 0x4d && bytes[1] === 0x5a) return 'application/x-msdownload';
  return undefined;
}

/** Office files are zips; the entry names in the first and last bytes tell which, by name only. */
function zipType(bytes: Buffer): string {
  const names =
    bytes.subarray(0, SNIFF_BYTES).toString('latin1') + bytes.subarray(-TAIL_BYTES).toString('latin1');
  if (names.includes('META-INF/MANIFEST.MF')) return 'application/java-archive';
  if (!names.includes('[Content_Types].xml')) return 'application/zip';
  const macro = names.includes('vbaProject.bin');
  if (names.includes('word/'))
    return macro
      ? 'application/vnd.ms-word.document.macroenabled.12'
      : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  if (names.includes('xl/'))
    return macro
      ? 'application/vnd.ms-excel.sheet.macroenabled.12'
      : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  if (names.includes('ppt/'))
    return macro
      ? 'application/vnd.ms-powerpoint.presentation.macroenabled.12'
      : 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  return 'application/zip';
}

function textType(head: Buffer): string {
  const start = head.subarray(0, 512).toString('latin1').trimStart().toLowerCase();
  if (start.startsWith('#!')) return 'text/x-shellscript';
  if (/^(?:<!doctype html|<html|<script|<head|<body|<iframe)\b/.test(start)) return 'text/html';
  return '';
}
