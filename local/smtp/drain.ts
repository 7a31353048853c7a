import type { Readable } from 'node:stream';

/** Reads a stream to its end without keeping anything. False where `enough` ended it before. */
export function drain(stream: Readable, enough: () => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (ended: boolean) => {
      stream.removeListener('data', onData);
      resolve(ended);
    };
    const onData = () => {
      if (enough()) finish(false);
    };
    stream.once('end', () => finish(true));
    stream.once('error', () => finish(true));
    stream.once('close', () => finish(true));
    stream.on('data', onData);
    stream.resume();
  });
}
