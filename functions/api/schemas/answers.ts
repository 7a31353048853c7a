import * as z from 'zod/mini';
import { roles } from '../../../core/config/user.ts';
import { caseEventSchema } from './case-event-schema.ts';
import { caseSchema, caseSummarySchema } from './case-schema.ts';
import { escalationSchema } from './escalation-schema.ts';
import { messageBodySchema, messageSchema } from './message-schema.ts';
import { attemptSchema, pageSchema } from './page-schema.ts';
import { policySetSchema, promisesSchema } from './policy-set-schema.ts';
import { slaRecordSchema } from './sla-record-schema.ts';
import { caseSlaSchema, explainedSlaSchema, policyProblemSchema, rebasePreviewSchema } from './sla-schema.ts';
import { categoryName, instant, list, priorityName, statusName, userRef } from './vocabulary.ts';

const cursor = z.nullable(z.string());
const nameRef = z.strictObject({ id: z.string(), name: z.string() });

function pageOf<Item extends z.core.$ZodType>(item: Item) {
  return z.strictObject({ items: list(item), cursor });
}

const sentMailSummary = z.strictObject({
  id: z.string(),
  at: instant,
  from: z.string(),
  to: list(z.string()),
  subject: z.string(),
  state: z.enum(['kept', 'relayed', 'waiting', 'refused']),
  detail: z.nullable(z.string()),
});

const verdict = z.nullable(z.string());
const failedIntake = z.strictObject({
  rawKey: z.string(),
  receivedAt: instant,
  failedAt: instant,
  envelope: z.strictObject({ from: z.string(), to: list(z.string()) }),
  verdicts: z.nullable(
    z.strictObject({ spam: verdict, virus: verdict, spf: verdict, dkim: verdict, dmarc: verdict }),
  ),
  error: z.string(),
});

/** Every JSON body that the API answers with, by the name it has in the OpenAPI document. */
export const answerSchemas = {
  Health: z.strictObject({ status: z.literal('ok') }),
  Session: z.strictObject({
    user: z.strictObject({
      id: z.string(),
      name: z.string(),
      email: z.nullable(z.string()),
      roles: list(z.enum(roles)),
    }),
    desk: z.strictObject({ name: z.string(), mailDomain: z.string(), supportAddress: z.string() }),
    users: list(userRef),
    /** Who can be asked. */
    departments: list(nameRef),
    features: z.strictObject({ outbox: z.boolean() }),
    vocabulary: z.strictObject({
      statuses: list(statusName),
      priorities: list(priorityName),
      categories: list(categoryName),
    }),
  }),
  OnCall: z.strictObject({
    policy: nameRef,
    steps: list(z.strictObject({ users: list(userRef), why: z.string(), waitSeconds: z.number() })),
  }),
  CaseList: pageOf(caseSchema),
  CaseDetail: z.strictObject({
    case: caseSchema,
    events: list(caseEventSchema),
    messages: list(messageSchema),
    pages: list(pageSchema),
    attempts: list(attemptSchema),
    linked: list(
      z.strictObject({ id: z.string(), subject: z.string(), status: statusName, priority: priorityName }),
    ),
    /** Null before its clocks began. */
    sla: z.nullable(caseSlaSchema),
    slaLog: list(slaRecordSchema),
  }),
  CaseChanged: z.strictObject({ case: caseSchema }),
  /** `case` is the one that ended, `target` the one that goes on. */
  CaseMerged: z.strictObject({ case: caseSchema, target: caseSchema }),
  /** `shiftEndsAt` is null when the caller's shift does not end within the hour. */
  Handovers: z.strictObject({
    shiftEndsAt: z.nullable(instant),
    items: list(z.strictObject({ case: caseSchema, why: z.string() })),
  }),
  MessageAdded: z.strictObject({ case: caseSchema, message: messageSchema }),
  MessageBody: messageBodySchema,
  PageList: pageOf(
    z.strictObject({
      page: pageSchema,
      attempts: list(attemptSchema),
      case: z.strictObject({
        id: z.string(),
        subject: z.string(),
        priority: priorityName,
        category: categoryName,
      }),
    }),
  ),
  PageAnswered: z.strictObject({
    outcome: z.enum(['acknowledged', 'already-acknowledged', 'cancelled']),
    by: userRef,
    at: instant,
    page: pageSchema,
  }),
  PageCancelled: z.strictObject({ page: pageSchema }),
  ExplainedSla: explainedSlaSchema,
  EscalationList: pageOf(z.strictObject({ escalation: escalationSchema, case: caseSummarySchema })),
  Escalated: z.strictObject({ case: caseSchema, escalation: z.nullable(escalationSchema) }),
  EscalationAnswered: z.strictObject({
    outcome: z.enum(['acknowledged', 'already-acknowledged', 'ended']),
    /** Null when it ended by itself. */
    by: z.nullable(userRef),
    at: instant,
    escalation: escalationSchema,
  }),
  Promises: z.strictObject({
    /** Of the whole configuration; what a change is based on. */
    version: z.string(),
    /** Of the promises alone; what cases are pinned to. */
    policyVersion: z.string(),
    publishedAt: instant,
    /** The user; null for files. */
    publishedBy: z.nullable(z.string()),
    source: z.enum(['files', 'console']),
    reason: z.nullable(z.string()),
    promises: promisesSchema,
    /** What a ladder may name. */
    schedules: list(nameRef),
    crisisCategories: list(categoryName),
    problems: list(policyProblemSchema),
  }),
  PromisesChecked: z.strictObject({ problems: list(policyProblemSchema) }),
  PolicySet: policySetSchema,
  RebasePreviewList: z.strictObject({
    policyVersion: z.string(),
    items: list(rebasePreviewSchema),
    cursor,
  }),
  Rebased: z.strictObject({
    rebased: list(z.string()),
    failed: list(z.strictObject({ caseId: z.string(), message: z.string() })),
  }),
  HistoryList: pageOf(
    z.strictObject({
      caseId: z.string(),
      /** Of the promises under which its clocks began. */
      policyVersion: z.nullable(z.string()),
      events: list(caseEventSchema),
    }),
  ),
  FailedIntakeList: pageOf(failedIntake),
  Outbox: z.strictObject({ items: list(sentMailSummary) }),
  SentMail: z.strictObject({
    summary: sentMailSummary,
    headers: list(z.strictObject({ name: z.string(), value: z.string() })),
    text: z.string(),
    html: z.nullable(z.string()),
    raw: z.string(),
  }),
  OpenApi: z.looseObject({ openapi: z.string() }),
} as const;

export type AnswerName = keyof typeof answerSchemas;
/** A route's answer must fit these; extra fields are caught by the tests, which parse real answers. */
export type AnswerBodies = { readonly [Name in AnswerName]: z.core.output<(typeof answerSchemas)[Name]> };
