import type { Case } from '../core/case/case.ts';
import { decideThread, threadingSignals, verifyMessageId } from '../core/mail/threading.ts';
import type { ReadMail } from './read-mail.ts';
import type { ReceiveMailPorts } from './receive-mails.ts';

export type Thread =
  | { readonly kind: 'append' | 'append-private-flagged'; readonly case: Case; readonly why: string }
  | { readonly kind: 'new-linked-case' | 'follow-up'; readonly case: Case; readonly why: string }
  | { readonly kind: 'new-case'; readonly case: null; readonly why: string };
