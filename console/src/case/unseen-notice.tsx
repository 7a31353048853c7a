import { Button } from '@mantine/core';
import type { Message } from '../../../core/case/message.ts';
import { useNameOf } from '../api/session.ts';
import { Notice } from '../feedback/notice.tsx';
import { clockTime } from '../time/local-time.ts';
import { actorWords } from './event-words.ts';

const excerptLength = 280;

/** What came in while a reply was being written. */
export function UnseenNotice(props: { readonly messages: readonly Message[]; readonly onRead: () => void }) {
  const nameOf = useNameOf();
  return (
    <Notice tone="warn" title="New on this case since you began to write">
      {props.messages.map(({ id, at, from, author, reply, text }) => (
        <p key={id} style={{ margin: '0 0 0.5rem' }}>
          <strong>
            {from?.name || actorWords(author, nameOf)}, {clockTime(at)}:
          </strong>{' '}
          {excerpt(reply || text)}
        </p>
      ))}
      <Button size="xs" variant="default" onClick={props.onRead}>
        I have read it
      </Button>
    </Notice>
  );
}

function excerpt(text: string): string {
  return text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : text;
}
