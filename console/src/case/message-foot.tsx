import type { Message } from '../../../core/case/message.ts';
import { messagePath } from '../api/cases.ts';
import { DownloadButton } from './download-button.tsx';
import classes from './message.module.css';

interface Props {
  readonly caseId: string;
  readonly message: Message;
  readonly why: string | null;
}

export function MessageFoot({ caseId, message, why }: Props) {
  const isNote = message.kind === 'note';
  // An answer of a department came to an address that is only good for that.
  const all = isNote ? [] : [...message.to, ...message.cc];
  const to = all.map(({ name, address }) => name || address).join(', ');
  if (isNote && message.rawKey === null) return null;
  return (
    <footer className={classes.foot}>
      {to && <span>To {to}</span>}
      {why && <span>{why}</span>}
      {message.rawKey && (
        <DownloadButton
          path={messagePath(caseId, message.id, 'raw')}
          fileName={`${caseId}-${message.id}.eml`}
        >
          Original mail (.eml)
        </DownloadButton>
      )}
    </footer>
  );
}
