import type { Ports } from '../ports/ports.ts';

/** What a connected console is told. It carries ids only; the console asks the API for the rest. */
export type ConsoleUpdate =
  | { readonly type: 'case.changed'; readonly caseId: string }
  | {
      readonly type: 'page.closed';
      readonly pageId: string;
      readonly caseId: string;
      readonly by: string | null;
      readonly outcome: string;
    };

/** Tells every connected console, forgetting those that are gone. One dead connection stops no other. */
export async function notifyConsoles(
  updates: readonly ConsoleUpdate[],
  ports: Pick<Ports, 'connections' | 'push' | 'log'>,
): Promise<void> {
  if (updates.length === 0) return;
  const connections = await ports.connections.list();
  await Promise.all(connections.map(({ connectionId }) => tell(connectionId, updates, ports)));
}

async function tell(
  connectionId: string,
  updates: readonly ConsoleUpdate[],
  { connections, push, log }: Pick<Ports, 'connections' | 'push' | 'log'>,
): Promise<void> {
  try {
    for (const update of updates)
      if ((await push.push(connectionId, update)) === 'gone') return await connections.remove(connectionId);
  } catch (error) {
    log.warn('a console could not be told of a change', { connectionId, error });
  }
}
