import type { Message } from '../../../core/case/message.ts';

/**
 * Messages that came after the one which the writer of a draft had seen, by others than the writer.
 * `messages` in time order. What a department answered counts,
 * mail that the desk sent by itself does not.
 */
export function unseenMessages(
  messages: readonly Message[],
  seenMessageId: string | null,
  userId: string,
): readonly Message[] {
  const after = messages.slice(messages.findIndex(({ id }) => id === seenMessageId) + 1);
  return after.filter(({ author, consultId }) =>
    author.kind === 'agent'
      ? author.userId !== userId
      : author.kind === 'customer' || consultId !== undefined,
  );
}
