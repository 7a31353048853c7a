import { markSeen } from '../../app/mark-seen.ts';
import { DomainError } from '../../core/errors.ts';
import { toInstant } from '../../core/time/instant.ts';
import type { Ports } from '../../ports/ports.ts';
import type { TokenVerifier } from '../../ports/token-verifier.ts';
import { deskUserOf } from '../api/desk-user.ts';
import { problemOf } from '../http/problem.ts';
import { type SocketEvent, type SocketResult, socketEventSchema } from './event.ts';
import { readFrame } from './frame.ts';

type SocketPorts = Pick<Ports, 'store' | 'connections' | 'push' | 'config' | 'clock' | 'log'>;

export type ConsoleSocketHandler = (event: unknown) => Promise<SocketResult>;

/** A console's WebSocket: it says who it is first; then it is told what changes and whom it must wake. */
export function createConsoleSocketHandler(
  ports: SocketPorts,
  options: { readonly tokens: TokenVerifier },
): ConsoleSocketHandler {
  return async (raw) => {
    const event = socketEventSchema.parse(raw);
    const { routeKey, connectionId } = event.requestContext;
    // Browsers cannot send a token while connecting: the first frame brings it.
    if (routeKey === '$connect') return { statusCode: 200 };
    if (routeKey === '$disconnect') {
      await ports.connections.remove(connectionId);
      return { statusCode: 200 };
    }
    return answerFrame(event, ports, options.tokens);
  };
}

async function answerFrame(
  event: SocketEvent,
  ports: SocketPorts,
  tokens: TokenVerifier,
): Promise<SocketResult> {
  const { connectionId, requestId } = event.requestContext;
  try {
    const answer = await takeFrame(event, ports, tokens);
    if (answer) await send(connectionId, answer, ports);
    return { statusCode: 200 };
  } catch (error) {
    const { status, code, detail, errors } = problemOf(error, requestId);
    if (status >= 500) ports.log.error('socket frame failed', { requestId, connectionId, error });
    await send(connectionId, { type: 'error', code, message: detail, ...(errors ? { errors } : {}) }, ports);
    // Whoever cannot say who they are is sent away: an unknown user like a bad token.
    return { statusCode: code.startsWith('auth.') && status < 500 ? 401 : status };
  }
}

/** What the console is told for its frame; null when there is nothing to say. */
async function takeFrame(
  event: SocketEvent,
  ports: SocketPorts,
  tokens: TokenVerifier,
): Promise<Readonly<Record<string, unknown>> | null> {
  const { connectionId } = event.requestContext;
  const frame = readFrame(textOf(event));
  if (frame.action === 'hello') return welcome(connectionId, frame.token, ports, tokens);
  const connection = (await ports.connections.list()).find((known) => known.connectionId === connectionId);
  if (!connection)
    throw new DomainError('forbidden', 'auth.token-missing', 'Say hello with a token before anything else.');
  if (frame.action === 'ping') return { type: 'pong' };
  await markSeen({ attemptKey: frame.attemptKey, userId: connection.userId }, ports);
  return null;
}

async function welcome(
  connectionId: string,
  token: string,
  ports: SocketPorts,
  tokens: TokenVerifier,
): Promise<Readonly<Record<string, unknown>>> {
  const user = deskUserOf(await tokens.verify(token), (await ports.config.current()).config);
  await ports.connections.save({
    connectionId,
    userId: user.id,
    connectedAt: toInstant(ports.clock.now()),
  });
  return { type: 'welcome', userId: user.id };
}

function textOf({ body, isBase64Encoded }: SocketEvent): string {
  return isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? '');
}

/** A connection that is gone is forgotten, so that nobody is thought to be watching who is not. */
async function send(
  connectionId: string,
  message: unknown,
  { push, connections }: SocketPorts,
): Promise<void> {
  if ((await push.push(connectionId, message)) === 'gone') await connections.remove(connectionId);
}
