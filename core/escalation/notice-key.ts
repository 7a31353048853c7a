import { caseIdOfEscalation, type Escalation } from './escalation.ts';
import type { EscalationNotice } from './escalation-event.ts';

/** Says which notice of which round it is; whoever gets one twice knows it by this. */
export function noticeKey(
  { id, round }: Pick<Escalation, 'id' | 'round'>,
  { userId, department, contactId }: Pick<EscalationNotice, 'userId' | 'department' | 'contactId'>,
): string {
  return `${id}#${round}#${userId ?? `@${department}`}#${contactId}`;
}

export interface NoticeOfKey {
  readonly caseId: string;
  readonly escalationId: string;
  readonly userId: string | null;
  readonly department: string | null;
  readonly contactId: string;
}

/** Null for the key of anything else, such as an attempt of a page. */
export function noticeOfKey(key: string): NoticeOfKey | null {
  const [escalationId = '', round = '', who = '', contactId = '', ...rest] = key.split('#');
  const caseId = caseIdOfEscalation(escalationId);
  if (caseId === null || !/^\d+$/.test(round) || who === '' || contactId === '' || rest.length > 0)
    return null;
  const isDepartment = who.startsWith('@');
  return {
    caseId,
    escalationId,
    userId: isDepartment ? null : who,
    department: isDepartment ? who.slice(1) : null,
    contactId,
  };
}
