/** What a person on call means by the answer they mailed. */
export type PageAnswer = 'acknowledge' | 'decline' | 'unclear';

/** Words before the answer itself: a greeting, a name, thanks. */
const opening = String.raw`(?:(?:hi|hello|hey|thanks|thank you|yes|yep|ok|okay|sure|right|all right)\b[\s,.!:-]*)*`;
/** At the beginning only: "is anyone on it" and "Ben has got it" name somebody else. */
const takes = new RegExp(
  String.raw`^${opening}(?:ack\b|acked\b|acking\b|acknowledged?\b|(?:i am |i'm )?on it\b|(?:i've |i have |i )?got (?:it|this)\b|(?:i'll take|i will take|i take|(?:i am |i'm )?taking) (?:it|this)\b|i have (?:it|this)\b|(?:it's |this is |this one is )?mine\b|ok\b|okay\b|yes\b|yep\b|done\b)`,
);
/** The word that the page asks for may stand after a name or a comma, on its own. */
const acks = /(?:^|[,.:;!-]\s*)(?:i )?ack(?:ed|nowledged?)?\s*[.!]*$/;
const declines =
  /\b(no|not|never|nobody|no one|none|neither|can't|cannot|won't|\w+n't|unable|unavailable|pass|decline|someone else|somebody else|busy|away|out of office|(?:on|am on|on my) (?:holiday|vacation|leave|pto)|off (?:duty|sick|today|shift)|sick)\b/;
/** Said of somebody else, of later, or with a condition: nobody can tell whether the writer takes it now. */
const doubts =
  /\?|\b(but|if|unless|should|could|would|can|please|pls|someone|somebody|anyone|anybody|who|later|tomorrow|morning|after|when|until|maybe|perhaps|probably|think|ask)\b/;
/** They hold a negation or an absence only in the letters. */
const harmless = /\b(no (?:problem|worries|prob)|(?:right|straight) away)\b[\s,.!:-]*/g;

/**
 * Reads the first written line only. A refusal beats an acceptance, and anything in doubt is unclear: a page
 * goes on unless a person says in words we know that they take it. A page that goes on costs a call; one that
 * stops because somebody asked "is anyone on it?" may cost a life.
 */
export function readPageAnswer(reply: string): PageAnswer {
  const line = reply.split('\n').find((candidate) => candidate.trim() !== '') ?? '';
  const words = line.trim().toLowerCase().replaceAll('’', "'").slice(0, 200).replace(harmless, '').trim();
  if (declines.test(words)) return 'decline';
  if (doubts.test(words)) return 'unclear';
  return takes.test(words) || acks.test(words) ? 'acknowledge' : 'unclear';
}
