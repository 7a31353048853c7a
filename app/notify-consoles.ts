import type { Ports } from '../ports/ports.ts';

/** What a connected console is told. It carries ids only; the console asks the API for the rest. */
export type ConsoleUpdate =
  | { readonly type: 'case.changed'; readonly caseId: string; readonly version: number }
  | {
      readonly type: 'page.closed';
      readonly pageId: string;
      readonly caseId: string;
      readonly by: string | null;
      readonly outcome: string;
    };

/** Tells every connected console, forgetting those that are gone. One dead connection stops no other. */
export async function notifyConsoles(
  update: ConsoleUpdate,
  ports: Pick<Ports, 'connections' | 'push' | 'log'>,
): Promise<void> {
  const connections = await ports.connections.list();
  await Promise.all(
    connections.map(async ({ connectionId }) => {
      try {
        const outcome = await ports.push.push(connectionId, update);
        if (outcome === 'gone') await ports.connections.remove(connectionId);
      } catch (error) {
        ports.log.warn('a console could not be told of a change', { connectionId, error });
      }
    }),
  );
}
