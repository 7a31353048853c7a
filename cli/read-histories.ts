import * as z from 'zod/mini';
import { historiesOf, readSlaEvent } from '../core/sla/read-sla-event.ts';
import type { SlaEvent } from '../core/sla/sla-fact.ts';
import type { Instant } from '../core/time/instant.ts';
import type { DeskClient } from './desk-client.ts';
import { followCursor } from './follow-cursor.ts';
import { readText, within, wrong } from './read-promises.ts';

export interface Histories {
  readonly histories: readonly (readonly SlaEvent[])[];
  /** The version of the promises under which a case began, as far as the source tells. */
  readonly versionOf: ReadonlyMap<string, string>;
}

/** A creation as `export histories` writes it; other exports may leave the version out. */
const withVersion = z.looseObject({ caseId: z.string(), policyVersion: z.string() });

/** The histories of an export: a JSON object a line, in any order. */
export function readHistoryFile(file: string): Histories {
  const versionOf = new Map<string, string>();
  const events = readText(file)
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      const raw = within(`${file} line ${i + 1}`, () => parseJson(line));
      const { success, data } = z.safeParse(withVersion, raw);
      if (success) versionOf.set(data.caseId, data.policyVersion);
      return [within(`${file} line ${i + 1}`, () => readSlaEvent(raw))];
    });
  return { histories: historiesOf(events), versionOf };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong('is not JSON; write one event a line');
    throw error;
  }
}

const history = z.object({
  caseId: z.string(),
  policyVersion: z.nullable(z.string()),
  events: z.array(z.looseObject({ type: z.string() })),
});
export type FetchedHistory = z.infer<typeof history>;

/** The histories of the cases of a running desk that were created in [from, to). */
export async function fetchHistories(
  desk: DeskClient,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<FetchedHistory[]> {
  const path = `/api/sla/histories?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
  const found = await followCursor(desk, path, history);
  // A case that moves to another view between two requests would be listed in both.
  return [...new Map(found.map((entry) => [entry.caseId, entry])).values()];
}

export function readFetched(fetched: readonly FetchedHistory[]): Histories {
  return {
    histories: fetched.map(({ events }) => events.map(readSlaEvent)),
    versionOf: new Map(
      fetched.flatMap(({ caseId, policyVersion }) =>
        policyVersion === null ? [] : [[caseId, policyVersion]],
      ),
    ),
  };
}
