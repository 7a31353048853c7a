import * as z from 'zod/mini';
import { DomainError } from '../core/errors.ts';
import type { DeskClient } from './desk-client.ts';

const largestList = 200;

/** All items of a list, or the first `limit`, over as many requests as it takes. */
export async function followCursor<Item extends z.core.$ZodType>(
  desk: DeskClient,
  path: string,
  item: Item,
  limit = Number.POSITIVE_INFINITY,
): Promise<z.core.output<Item>[]> {
  const answer = z.object({ items: z.array(item), cursor: z.nullable(z.string()) });
  const items: z.core.output<Item>[] = [];
  let cursor: string | null = null;
  do {
    const count = Math.min(largestList, limit - items.length);
    const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const read = z.safeParse(
      answer,
      await desk.get(`${path}${path.includes('?') ? '&' : '?'}limit=${count}${more}`),
    );
    if (!read.success)
      throw new DomainError(
        'unavailable',
        'desk.not-a-desk',
        `the desk's answer to ${path} is of another version: ${z.prettifyError(read.error)}`,
      );
    items.push(...(read.data.items as z.core.output<Item>[]));
    cursor = read.data.cursor;
  } while (cursor !== null && items.length < limit);
  return items;
}
