/** What a person on call means by the answer they mailed. */
export type PageAnswer = 'acknowledge' | 'decline' | 'unclear';

const accepts =
  /\b(ack|acked|acknowledged?|acking|on it|i'?m on it|got it|mine|taking (it|this)|i'?ll take (it|this)|i have (it|this)|ok|okay|yes|done)\b/;
const declines =
  /\b(no|not|can'?t|cannot|can not|won'?t|unable|unavailable|pass|decline|someone else|somebody else|busy|away)\b/;

/**
 * Reads the first written line only. A refusal beats an acceptance, and anything else is unclear: a page
 * goes on unless a person says in words we know that they take it.
 */
export function readPageAnswer(reply: string): PageAnswer {
  const line = reply.split('\n').find((candidate) => candidate.trim() !== '') ?? '';
  const words = line.toLowerCase().replaceAll('’', "'").slice(0, 200);
  if (declines.test(words)) return 'decline';
  return accepts.test(words) ? 'acknowledge' : 'unclear';
}
