import { useCallback, useState } from 'react';
import { useAcknowledgeEscalation } from '../api/escalations.ts';
import { explain } from '../api/problem.ts';
import { announce } from '../shell/announcer.tsx';
import { answeredWords } from './escalation-words.ts';

export interface Answered {
  readonly escalationId: string;
  readonly tone: 'good' | 'told' | 'failed';
  readonly words: string;
}

/** Takes an escalation on, and keeps what the desk answered. It is not taken on before the desk says so. */
export function useAcknowledge() {
  const acknowledge = useAcknowledgeEscalation();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const { mutate, isPending, variables } = acknowledge;
  const press = useCallback(
    (escalationId: string) => {
      const pressedAtMs = Date.now();
      const tell = (tone: Answered['tone'], words: string) => {
        setAnswered({ escalationId, tone, words });
        announce(words);
      };
      setAnswered(null);
      mutate(escalationId, {
        onSuccess: (answer) =>
          tell(answer.outcome === 'acknowledged' ? 'good' : 'told', answeredWords(answer, pressedAtMs)),
        onError: (error) => tell('failed', `Not taken on: ${explain(error)}`),
      });
    },
    [mutate],
  );
  return {
    press,
    pendingId: isPending ? (variables ?? null) : null,
    answered,
    dismiss: () => setAnswered(null),
  };
}
