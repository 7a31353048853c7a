import type { PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

/** docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
export const mostEntries = 10;
/** Of all the entries of a call together. */
export const mostBytes = 256 * 1024;
const bytesOfTime = 14;

/** As EventBridge counts it: docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html, the size of an entry. */
export function bytesOfEntry(entry: PutEventsRequestEntry): number {
  const texts = [entry.Source, entry.DetailType, entry.Detail, ...(entry.Resources ?? [])];
  return texts.reduce(
    (sum, text = '') => sum + Buffer.byteLength(text),
    entry.Time === undefined ? 0 : bytesOfTime,
  );
}

/** In order, in as few calls as the limits of one allow. An entry that is too large by itself gets its own. */
export function callsOf<Item extends { readonly entry: PutEventsRequestEntry }>(
  items: readonly Item[],
): Item[][] {
  const calls: Item[][] = [];
  let bytes = 0;
  for (const item of items) {
    const own = bytesOfEntry(item.entry);
    const call = calls.at(-1);
    if (call === undefined || call.length === mostEntries || bytes + own > mostBytes) {
      calls.push([item]);
      bytes = own;
    } else {
      call.push(item);
      bytes += own;
    }
  }
  return calls;
}
