import type { ReactNode } from 'react';
import classes from './feedback.module.css';

interface Props {
  readonly tone: 'danger' | 'warn';
  readonly title: string;
  readonly children?: ReactNode;
  /** `alert` is read out at once, `status` when the reader is next silent. */
  readonly role?: 'alert' | 'status';
}

export function Notice({ tone, title, children, role = 'alert' }: Props) {
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <p className={classes.noticeTitle}>{title}</p>
      {children && <div>{children}</div>}
    </div>
  );
}
