import * as z from 'zod';

/** What `emergency-page` is started with. */
export const emergencyPageInput = z.object({
  caseId: z.string().min(1),
  pageId: z.string().min(1),
  /** Counts on through fresh executions; 0 for a page that has just been opened. */
  attempt: z.int().min(0),
});
export type EmergencyPageInput = z.infer<typeof emergencyPageInput>;

/** Placeholder in the definition -> folder under functions/. */
export const emergencyPageFunctions = {
  PlanPageFunction: 'plan-page',
  SendPageNotificationFunction: 'send-page-notification',
  AwaitPageAnswerFunction: 'await-page-answer',
} as const;
