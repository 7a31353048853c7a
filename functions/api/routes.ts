import type { Route } from './route.ts';
import { followAckLink, showAckLink } from './routes/ack-link.ts';
import { postEscalationAck } from './routes/acknowledge-escalation.ts';
import { postAck } from './routes/acknowledge-page.ts';
import { postNote } from './routes/add-note.ts';
import { postConsultAnswer } from './routes/answer-consult.ts';
import { postCancel } from './routes/cancel-page.ts';
import { patchCase } from './routes/change-case.ts';
import { postPromisesCheck } from './routes/check-promises.ts';
import { postEscalation } from './routes/escalate-case.ts';
import { getAttachment } from './routes/get-attachment.ts';
import { getCase } from './routes/get-case.ts';
import { getHealth } from './routes/get-health.ts';
import { getMessageBody } from './routes/get-message-body.ts';
import { getOnCall } from './routes/get-on-call.ts';
import { getOpenApi } from './routes/get-openapi.ts';
import { getPolicySet } from './routes/get-policy-set.ts';
import { getPromises } from './routes/get-promises.ts';
import { getRawMessage } from './routes/get-raw-message.ts';
import { getSentMail } from './routes/get-sent-mail.ts';
import { getSession } from './routes/get-session.ts';
import { getSla } from './routes/get-sla.ts';
import { postHandover } from './routes/hand-over-case.ts';
import { listCases } from './routes/list-cases.ts';
import { listEscalations } from './routes/list-escalations.ts';
import { listFailedIntakes } from './routes/list-failed-intakes.ts';
import { getHandovers } from './routes/list-handovers.ts';
import { getHistories } from './routes/list-histories.ts';
import { listOutbox } from './routes/list-outbox.ts';
import { listPages } from './routes/list-pages.ts';
import { putSpam } from './routes/mark-spam.ts';
import { postMerge } from './routes/merge-case.ts';
import { previewRebase } from './routes/preview-rebase.ts';
import { putPromises } from './routes/publish-promises.ts';
import { postRebase } from './routes/rebase-cases.ts';
import { postReply } from './routes/reply-to-case.ts';
import { retryFailedIntake } from './routes/retry-failed-intake.ts';
import { postConsult } from './routes/send-consult.ts';
import { putDue } from './routes/set-due.ts';
import { postConsultWithdrawal } from './routes/withdraw-consult.ts';

/** The whole API. What is served, and what the OpenAPI document says, follow from it. */
export const routes: readonly Route[] = [
  getHealth,
  getOpenApi,
  getSession,
  getOnCall,
  listCases,
  getCase,
  patchCase,
  postReply,
  postNote,
  postHandover,
  postMerge,
  putSpam,
  postConsult,
  postConsultAnswer,
  postConsultWithdrawal,
  getRawMessage,
  getMessageBody,
  getAttachment,
  getSla,
  putDue,
  postEscalation,
  listEscalations,
  postEscalationAck,
  getHandovers,
  getPromises,
  postPromisesCheck,
  putPromises,
  getPolicySet,
  previewRebase,
  postRebase,
  getHistories,
  listPages,
  postAck,
  postCancel,
  listFailedIntakes,
  retryFailedIntake,
  listOutbox,
  getSentMail,
  showAckLink,
  followAckLink,
];
