import { useState } from 'react';
import type { CaseDetail } from '../api/cases.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { askedQuestions } from './asked-question.ts';
import classes from './consult.module.css';
import { OpenQuestion } from './open-question.tsx';
import { useDepartmentName } from './use-department-name.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

interface Act {
  readonly what: 'answer' | 'withdraw';
  readonly consultId: string;
}

/** The questions to departments that nobody has answered. */
export function OpenQuestions({ detail }: { readonly detail: CaseDetail }) {
  const [act, setAct] = useState<Act | null>(null);
  const nameOfDepartment = useDepartmentName();
  const { id: caseId, status } = detail.case;
  const all = askedQuestions(detail);
  const open = all.filter(({ consult }) => consult.state === 'open');
  // Also once it has ended: what is being typed must not vanish when the answer comes by mail.
  const acted = act && all.find(({ consult }) => consult.id === act.consultId)?.consult;
  const close = () => setAct(null);
  const dialog = acted && {
    caseId,
    consult: acted,
    department: nameOfDepartment(acted.department),
    onClose: close,
  };
  return (
    <>
      {open.length > 0 && (
        <section className={`card ${classes.panel}`} aria-labelledby="questions-title">
          <h2 id="questions-title" className={classes.title}>
            {open.length === 1 ? 'A department was asked' : `${open.length} questions to departments`}
          </h2>
          <ul className={classes.questions}>
            {open.map((question) => (
              <OpenQuestion
                key={question.consult.id}
                question={question}
                onAnswer={() => setAct({ what: 'answer', consultId: question.consult.id })}
                onWithdraw={() => setAct({ what: 'withdraw', consultId: question.consult.id })}
              />
            ))}
          </ul>
        </section>
      )}
      {dialog && act?.what === 'answer' && <AnswerDialog {...dialog} />}
      {dialog && act?.what === 'withdraw' && (
        <WithdrawDialog {...dialog} staysOnHold={status === 'on-hold' && open.length === 1} />
      )}
    </>
  );
}
