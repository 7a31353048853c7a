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

/** Passed on as it is: the workflow itself reads none of it. */
export const pageTarget = z.looseObject({
  userId: z.string().min(1),
  contactId: z.string().min(1),
  channel: z.string().min(1),
  /** Names the attempt on this channel; the same key is never sent twice. */
  key: z.string().min(1),
});

/** What plan-page must answer. When the page is closed only `open` is read. */
export const plannedAttempt = z.discriminatedUnion('open', [
  z.object({
    open: z.literal(true),
    attempt: z.int().min(0),
    targets: z.array(pageTarget),
    /** Until the next attempt, when nobody answers. */
    waitSeconds: z.int().min(1),
    next: z.int().min(0),
  }),
  z.object({ open: z.literal(false) }),
]);
export type PlannedAttempt = z.infer<typeof plannedAttempt>;

/** What an answer to the task token says. Any answer ends the paging; a new rise opens a new page. */
export const pageAnswer = z.object({
  outcome: z.enum(['acknowledged', 'cancelled', 'resolved', 'superseded']),
});
export type PageAnswer = z.infer<typeof pageAnswer>;
