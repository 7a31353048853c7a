import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Consult } from '../../../core/consult/consult.ts';
import { ActDialog } from '../case/act-dialog.tsx';
import { announce } from '../shell/announcer.tsx';
import { useTypeInAnswer } from './consult-acts.ts';
import { endedWords } from './ended-words.ts';

interface Props {
  readonly caseId: string;
  readonly consult: Consult;
  readonly department: string;
  readonly onClose: () => void;
}

/** What a department said by telephone or in the corridor. */
export function AnswerDialog({ caseId, consult, department, onClose }: Props) {
  const [text, setText] = useState('');
  const answer = useTypeInAnswer(caseId, consult.id);
  const confirm = () =>
    answer.mutate(
      { text: text.trim() },
      {
        onSuccess: () => {
          announce('Answer kept.');
          onClose();
        },
      },
    );
  return (
    <ActDialog
      title={`What ${department} answered`}
      confirm="Keep as their answer"
      missing={endedWords(consult) ?? (text.trim() === '' ? 'Write what they said.' : null)}
      pending={answer.isPending}
      error={answer.error}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <Textarea
        label="Their answer"
        description="Only agents see it. It ends the question and opens a case that is on hold."
        required
        autosize
        minRows={4}
        maxRows={14}
        maxLength={200_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
