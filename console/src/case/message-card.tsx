import { IconLock, IconMail, IconNote, IconRobot, IconSend } from '@tabler/icons-react';
import type { Message } from '../../../core/case/message.ts';
import { useNameOf } from '../api/session.ts';
import { Timestamp } from '../time/timestamp.tsx';
import { Attachments } from './attachments.tsx';
import { DeliveryLine } from './delivery-line.tsx';
import { actorWords } from './event-words.ts';
import classes from './message.module.css';
import { MessageBody } from './message-body.tsx';
import { MessageFoot } from './message-foot.tsx';
import { SubjectLine } from './subject-line.tsx';

interface Props {
  readonly caseId: string;
  readonly caseSubject: string;
  readonly message: Message;
  /** Why it is on this case. */
  readonly why: string | null;
}

const kinds = {
  inbound: { Icon: IconMail, label: 'wrote' },
  outbound: { Icon: IconSend, label: 'replied' },
  note: { Icon: IconNote, label: 'noted, for agents only' },
} as const;

export function MessageCard({ caseId, caseSubject, message, why }: Props) {
  const nameOf = useNameOf();
  const { Icon, label } = kinds[message.kind];
  const author = message.from?.name || actorWords(message.author, nameOf);
  const showSubject =
    message.kind === 'inbound' &&
    (message.subject !== caseSubject ||
      message.verdict?.signals.some(({ field }) => field === 'subject') === true);
  return (
    <article className={classes.message} data-kind={message.kind} aria-label={`${author} ${label}`}>
      <header className={classes.head}>
        <Icon size={17} aria-hidden />
        <span>
          <strong>{message.kind === 'inbound' ? author : actorWords(message.author, nameOf)}</strong> {label}
          {message.kind === 'inbound' && message.from?.name && (
            <span className="dim"> {message.from.address}</span>
          )}
        </span>
        <span className={classes.when}>
          <Timestamp at={message.at} />
        </span>
      </header>
      {message.isPrivate && message.kind === 'inbound' && (
        <p className={classes.warning}>
          <IconLock size={15} aria-hidden /> Private: the sender is no participant of this case. Do not answer
          it from here.
        </p>
      )}
      {message.automated && (
        <p className={classes.machine}>
          <IconRobot size={15} aria-hidden />{' '}
          {message.kind === 'inbound' ? 'Written by a machine' : 'Sent by the desk itself'} (
          {message.automated.kind}): {message.automated.reason}
        </p>
      )}
      {message.problems.length > 0 && (
        <p className={classes.warning}>Trouble with this mail: {message.problems.join('; ')}</p>
      )}
      {showSubject && <SubjectLine message={message} />}
      <MessageBody caseId={caseId} message={message} />
      <Attachments caseId={caseId} message={message} />
      {message.delivery && <DeliveryLine delivery={message.delivery} />}
      <MessageFoot caseId={caseId} message={message} why={why} />
    </article>
  );
}
