import { DomainError } from '../../core/errors.ts';
import type { Notice, NoticeChannel } from '../../ports/notice-channel.ts';
import type { Ports } from '../../ports/ports.ts';

/** Tells every console that the person has open. With none open it fails, and the other channels go on. */
export class ConsoleChannel implements NoticeChannel {
  readonly channel = 'console';
  readonly #ports: Pick<Ports, 'connections' | 'push'>;

  constructor(ports: Pick<Ports, 'connections' | 'push'>) {
    this.#ports = ports;
  }

  async send(notice: Notice): Promise<{ providerId: string; delivered: boolean }> {
    const { connections, push } = this.#ports;
    const theirs = (await connections.list()).filter(({ userId }) => userId === notice.userId);
    const frame = frameOf(notice);
    const outcomes = await Promise.allSettled(
      theirs.map(async ({ connectionId }) => {
        const outcome = await push.push(connectionId, frame);
        if (outcome === 'gone') await connections.remove(connectionId);
        return outcome === 'sent' ? connectionId : null;
      }),
    );
    const reached = outcomes.flatMap((outcome) =>
      outcome.status === 'fulfilled' && outcome.value ? [outcome.value] : [],
    );
    const [first] = reached;
    if (!first)
      throw new DomainError('missing', 'notice.no-console', `${notice.userId} has no console open.`);
    return { providerId: first, delivered: false };
  }
}

function frameOf({ about, key, code, caseId, title, text }: Notice): object {
  const shown = { caseId, code, title, text: pushText(text) };
  // A console answers a page with the key, so that the attempt counts as seen.
  if (about === 'page') return { type: 'page', pageId: code, ...shown, attemptKey: key };
  return { type: 'escalation', escalationId: code, ...shown };
}

/** The first line is enough on a screen that has the buttons itself; it leaves out the links. */
function pushText(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
