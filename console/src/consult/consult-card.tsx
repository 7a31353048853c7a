import { IconEyeOff, IconMessageQuestion, IconMessageReply, IconRobot } from '@tabler/icons-react';
import type { Message } from '../../../core/case/message.ts';
import type { Consult } from '../../../core/consult/consult.ts';
import { useNameOf } from '../api/session.ts';
import { Attachments } from '../case/attachments.tsx';
import { DeliveryLine } from '../case/delivery-line.tsx';
import messageClasses from '../case/message.module.css';
import { MessageBody } from '../case/message-body.tsx';
import { MessageFoot } from '../case/message-foot.tsx';
import { SubjectLine } from '../case/subject-line.tsx';
import { Timestamp } from '../time/timestamp.tsx';
import classes from './consult.module.css';
import { answersNothing, consultWords, departmentOf } from './consult-words.ts';
import { useDepartmentName } from './use-department-name.ts';

interface Props {
  readonly caseId: string;
  /** One with a `consultId`. */
  readonly message: Message;
  /** Null when it was asked on a case that was merged into this one. */
  readonly consult: Consult | null;
}

/** What passes between the desk and a department: neither blue as mail to the customer nor yellow as a note. */
export function ConsultCard({ caseId, message, consult }: Props) {
  const nameOf = useNameOf();
  const department = departmentOf(message, consult, useDepartmentName());
  const { who, did } = consultWords(message, department, nameOf);
  const isQuestion = message.kind === 'outbound';
  const Icon = isQuestion ? IconMessageQuestion : IconMessageReply;
  const address = isQuestion || !message.from?.name ? null : message.from.address;
  return (
    <article
      id={`message-${message.id}`}
      className={`${messageClasses.message} ${classes.card}`}
      aria-label={`${who} ${did}`}
    >
      <header className={messageClasses.head}>
        <Icon size={17} aria-hidden />
        <span>
          <strong>{who}</strong> {did}
          {address !== null && <span className="dim"> {address}</span>}
        </span>
        <span className={messageClasses.when}>
          <Timestamp at={message.at} />
        </span>
      </header>
      <p className={classes.unseen}>
        <IconEyeOff size={15} aria-hidden />
        <span>
          {isQuestion ? 'Question to a department' : 'From a department'}: the customer does not see it.
          {isQuestion && consult !== null && <Outcome consult={consult} />}
        </span>
      </p>
      {message.automated && (
        <p className={messageClasses.machine}>
          <IconRobot size={15} aria-hidden />
          {answersNothing(message)
            ? `Written by a machine, so it answers nothing: ${message.automated.reason}`
            : `Came through a list: ${message.automated.reason}`}
        </p>
      )}
      {message.problems.length > 0 && (
        <p className={messageClasses.warning}>Trouble with this mail: {message.problems.join('; ')}</p>
      )}
      {message.verdict?.signals.some(({ field }) => field === 'subject') && <SubjectLine message={message} />}
      <MessageBody caseId={caseId} message={message} />
      <Attachments caseId={caseId} message={message} />
      {message.delivery && <DeliveryLine delivery={message.delivery} />}
      <MessageFoot caseId={caseId} message={message} why={null} />
    </article>
  );
}

function Outcome({ consult: { state, endedAt } }: { readonly consult: Consult }) {
  if (endedAt === null) return <strong> No answer yet.</strong>;
  return (
    <>
      {state === 'answered' ? ' Answered ' : ' Withdrawn '}
      <Timestamp at={endedAt} />.
    </>
  );
}
