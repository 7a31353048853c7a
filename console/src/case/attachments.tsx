import { IconPaperclip, IconShieldX } from '@tabler/icons-react';
import type { Message, StoredAttachment } from '../../../core/case/message.ts';
import { messagePath } from '../api/cases.ts';
import { AttachmentImage } from './attachment-image.tsx';
import { DownloadButton } from './download-button.tsx';
import classes from './message.module.css';
import { sizeWords } from './size-words.ts';

const shownTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export function Attachments({ caseId, message }: { readonly caseId: string; readonly message: Message }) {
  if (message.attachments.length === 0) return null;
  return (
    <ul className={classes.attachments} aria-label="Attachments">
      {message.attachments.map((attachment) => (
        <li key={attachment.id}>
          <OneAttachment
            attachment={attachment}
            path={messagePath(caseId, message.id, 'attachments', attachment.id)}
          />
        </li>
      ))}
    </ul>
  );
}

function OneAttachment({
  attachment,
  path,
}: {
  readonly attachment: StoredAttachment;
  readonly path: string;
}) {
  const { name, size, contentType, state, reason } = attachment;
  const facts = `${sizeWords(size)}, ${contentType}`;
  if (state === 'quarantined') {
    return (
      <p className={classes.quarantined}>
        <IconShieldX size={16} aria-hidden />
        <span>
          <strong>{name}</strong> ({facts}) is quarantined: {reason ?? 'no reason was recorded'}
        </span>
      </p>
    );
  }
  return (
    <>
      {shownTypes.has(contentType) && <AttachmentImage name={name} path={path} />}
      <p className={classes.attachment}>
        <IconPaperclip size={15} aria-hidden />
        <DownloadButton path={path} fileName={name}>
          {name}
        </DownloadButton>
        <span className="dim">{facts}</span>
      </p>
    </>
  );
}
