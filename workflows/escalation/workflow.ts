import * as z from 'zod';

/** What `escalation` is started with. */
export const escalationInput = z.object({
  caseId: z.string().min(1),
  escalationId: z.string().min(1),
  /** The last round of notices that was carried out; 0 for an escalation that has just been opened. */
  round: z.int().min(0),
});
export type EscalationInput = z.infer<typeof escalationInput>;

/** Placeholder in the definition -> folder under functions/. */
export const escalationFunctions = {
  PlanEscalationFunction: 'plan-escalation',
  SendEscalationNoticeFunction: 'send-escalation-notice',
  AwaitEscalationAnswerFunction: 'await-escalation-answer',
} as const;
