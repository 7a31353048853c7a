import type { Duplex } from 'node:stream';

const LENGTH_16 = 126;
const LENGTH_64 = 127;
const MASK_BYTES = 4;

/**
 * Calls `onTooLong` when a client's WebSocket frame (RFC 6455 section 5.2) announces a payload over
 * `maxBytes`. The WebSocket library limits whole messages only.
 */
export function watchFrameSize(socket: Duplex, head: Buffer, maxBytes: number, onTooLong: () => void): void {
  let header = Buffer.alloc(0);
  let skip = 0;
  const read = (chunk: Buffer) => {
    let rest = chunk;
    while (rest.length > 0) {
      const skipped = Math.min(skip, rest.length);
      skip -= skipped;
      rest = rest.subarray(skipped);
      if (rest.length === 0) return;
      header = Buffer.concat([header, rest.subarray(0, 1)]);
      rest = rest.subarray(1);
      const length = payloadLength(header);
      if (length === null) continue;
      if (length > maxBytes) {
        socket.removeListener('data', read);
        onTooLong();
        return;
      }
      header = Buffer.alloc(0);
      skip = length + MASK_BYTES;
    }
  };
  read(head);
  socket.on('data', read);
}

/** Null while the header is incomplete. */
function payloadLength(header: Buffer): number | null {
  if (header.length < 2) return null;
  const short = (header[1] ?? 0) & 0x7f;
  if (short === LENGTH_16) return header.length < 4 ? null : header.readUInt16BE(2);
  if (short === LENGTH_64) return header.length < 10 ? null : Number(header.readBigUInt64BE(2));
  return short;
}
