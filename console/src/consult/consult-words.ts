import type { Message } from '../../../core/case/message.ts';
import type { Consult } from '../../../core/consult/consult.ts';
import { actorWords } from '../case/event-words.ts';

type NameOf = (id: string) => string;

/** Who said something to whom: `Ana Ortiz` `asked Payments`. */
export interface ConsultWords {
  readonly who: string;
  readonly did: string;
}

/** `message` is one with a `consultId`: it passes between the desk and a department. */
export function consultWords(message: Message, department: string, nameOf: NameOf): ConsultWords {
  const { kind, author, from } = message;
  if (kind === 'outbound') return { who: actorWords(author, nameOf), did: `asked ${department}` };
  if (author.kind === 'agent')
    return { who: actorWords(author, nameOf), did: `wrote down what ${department} answered` };
  const who = from?.name || from?.address || 'Somebody';
  const what = answersNothing(message) ? 'sent an automatic mail' : 'answered';
  return { who, did: `${what} for ${department}` };
}

/** A machine's mail leaves the question open; what came through a list was written by somebody. */
export function answersNothing({ automated }: Pick<Message, 'automated'>): boolean {
  return automated !== null && automated.kind !== 'list';
}

/**
 * The department that a message is from or to. After a merge the question is on the other case: then the one
 * that the answer was let in as.
 */
export function departmentOf({ author }: Message, consult: Consult | null, nameOfDepartment: NameOf): string {
  if (consult !== null) return nameOfDepartment(consult.department);
  const [, id] = /^department (.+)$/.exec(author.kind === 'system' ? author.name : '') ?? [];
  return id === undefined ? 'a department' : nameOfDepartment(id);
}
