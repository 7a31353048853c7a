import * as z from 'zod/mini';
import { historiesOf, readSlaEvent } from '../core/sla/read-sla-event.ts';
import type { SlaEvent } from '../core/sla/sla-fact.ts';
import type { Instant } from '../core/time/instant.ts';
import type { DeskClient } from './desk-client.ts';
import { followCursor } from './follow-cursor.ts';
import { readText, within, wrong } from './read-promises.ts';

/** The histories of an export: a JSON object a line, in any order. */
export function readHistoryFile(file: string): SlaEvent[][] {
  const events = readText(file)
    .split('\n')
    .flatMap((line, i) =>
      line.trim() === '' ? [] : [within(`${file} line ${i + 1}`, () => readSlaEvent(parseJson(line)))],
    );
  return historiesOf(events);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong('is not JSON; write one event a line');
    throw error;
  }
}

const history = z.object({ caseId: z.string(), events: z.array(z.unknown()) });

/** The histories of the cases of a running desk that were created in [from, to). */
export async function fetchHistories(
  desk: DeskClient,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<unknown[][]> {
  const path = `/api/sla/histories?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
  return (await followCursor(desk, path, history)).map(({ events }) => events);
}
