import { Button } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useNameOf } from '../api/session.ts';
import { DeliveryLine } from '../case/delivery-line.tsx';
import { actorWords } from '../case/event-words.ts';
import { CountdownBadge } from '../sla/countdown-badge.tsx';
import { isOnlyMeasured } from '../sla/only-measured.ts';
import { Timestamp } from '../time/timestamp.tsx';
import type { AskedQuestion } from './asked-question.ts';
import classes from './consult.module.css';
import { useDepartmentName } from './use-department-name.ts';

interface Props {
  readonly question: AskedQuestion;
  readonly onAnswer: () => void;
  readonly onWithdraw: () => void;
}

const excerptLength = 400;

export function OpenQuestion({ question: { consult, message, clock }, onAnswer, onWithdraw }: Props) {
  const nameOf = useNameOf();
  const department = useDepartmentName()(consult.department);
  const isCut = message !== null && (message.text.length > excerptLength || message.bodyKey !== null);
  return (
    <li className={classes.question} aria-label={`Question to ${department}`}>
      <p className={classes.head}>
        <IconMessageQuestion size={18} aria-hidden />
        <strong>{department}</strong>
        {clock !== null && !isOnlyMeasured(clock) && <CountdownBadge clock={clock} />}
        {clock !== null && isOnlyMeasured(clock) && <span className="dim">no time is promised</span>}
      </p>
      <p className={classes.asked}>
        {message === null ? 'Asked' : `${actorWords(message.author, nameOf)} asked`}{' '}
        <Timestamp at={consult.sentAt} />
      </p>
      {message !== null && (
        <p className={classes.words} dir="auto">
          {isCut ? `${message.text.slice(0, excerptLength).trimEnd()}… ` : message.text}
          {isCut && <a href={`#message-${message.id}`}>All of it</a>}
        </p>
      )}
      {message?.delivery?.state === 'undelivered' && <DeliveryLine delivery={message.delivery} />}
      <div className={classes.acts}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={onAnswer}
          aria-label={`Type in the answer of ${department}`}
        >
          Type in their answer…
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          onClick={onWithdraw}
          aria-label={`Withdraw the question to ${department}`}
        >
          Withdraw…
        </Button>
      </div>
    </li>
  );
}
