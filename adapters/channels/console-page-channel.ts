import { DomainError } from '../../core/errors.ts';
import type { PageChannel, PageNotice } from '../../ports/page-channel.ts';
import type { Ports } from '../../ports/ports.ts';

/** Pages every console that the person has open. With none open it fails, and the other channels go on. */
export class ConsolePageChannel implements PageChannel {
  readonly channel = 'console';
  readonly #ports: Pick<Ports, 'connections' | 'push'>;

  constructor(ports: Pick<Ports, 'connections' | 'push'>) {
    this.#ports = ports;
  }

  async send({
    attempt,
    page,
    code,
    title,
    text,
  }: PageNotice): Promise<{ providerId: string; delivered: boolean }> {
    const { connections, push } = this.#ports;
    const theirs = (await connections.list()).filter(({ userId }) => userId === attempt.userId);
    const frame = {
      type: 'page',
      pageId: page.id,
      caseId: page.caseId,
      code,
      title,
      text: pushText(text),
      attemptKey: attempt.key,
    };
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
    if (!first) throw new DomainError('missing', 'page.no-console', `${attempt.userId} has no console open.`);
    return { providerId: first, delivered: false };
  }
}

/** The first line is enough on a screen that has the buttons itself; it leaves out the links. */
function pushText(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
