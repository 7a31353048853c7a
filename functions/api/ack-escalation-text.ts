import type { Escalation } from '../../core/escalation/escalation.ts';
import type { CaseSla } from '../../core/sla/case-sla.ts';
import type { AckPageText } from './ack-page.ts';
import { type AckSurroundings, ago, readable } from './ack-page-text.ts';
import { nameOfUser } from './desk-user.ts';

/** The escalation behind a link, as it is now, and the button while it is open. */
export function escalationText(
  { escalation, sla }: { readonly escalation: Escalation; readonly sla: CaseSla },
  userId: string,
  around: AckSurroundings,
): AckPageText {
  const { id, caseId, state } = escalation;
  const asked = nameOfUser(userId, around.config);
  const base = {
    facts: facts(escalation, sla, asked, around),
    link: { href: `${around.publicUrl}/cases/${caseId}`, text: `Open case ${caseId} in the console` },
  };
  if (state !== 'open') return { ...base, ...overText(escalation, userId, around), button: null };
  return {
    ...base,
    tone: 'urgent',
    title: `Escalation ${id}`,
    lead: `${asked}, acknowledge to say that you see to it. Until somebody does, the desk tells others.`,
    button: 'I see to it: acknowledge',
  };
}

function overText({ id, acknowledged, ended }: Escalation, userId: string, { config }: AckSurroundings) {
  if (acknowledged?.by === userId)
    return {
      tone: 'done' as const,
      title: 'You see to it',
      lead: `You acknowledged escalation ${id} at ${readable(acknowledged.at)}. Nobody else is told. What was promised is still owed.`,
    };
  if (acknowledged) {
    const first = nameOfUser(acknowledged.by, config);
    return {
      tone: 'neutral' as const,
      title: `${first} was first`,
      lead: `${first} acknowledged escalation ${id} at ${readable(acknowledged.at)}. You need do nothing.`,
    };
  }
  return {
    tone: 'neutral' as const,
    title: 'This escalation is over',
    lead: ended
      ? `Escalation ${id} ended at ${readable(ended.at)}. You need do nothing.`
      : `Escalation ${id} is over. You need do nothing.`,
  };
}

/** The reason of a person stays in the console: it may say what the customer told. */
function facts(
  { id, cause, openedAt, state }: Escalation,
  { facts: { priority, category }, clocks }: CaseSla,
  asked: string,
  { now }: AckSurroundings,
): AckPageText['facts'] {
  const clock =
    cause.kind === 'promise'
      ? clocks.clocks.find((one) => one.clock === cause.clock && one.instance === cause.instance)
      : undefined;
  const due = clock?.breachedAt ?? clock?.dueAt;
  const opened = Date.parse(openedAt);
  return [
    ['Escalation', id],
    ...(cause.kind === 'promise' ? [['Promise', cause.clock.replaceAll('-', ' ')] as const] : []),
    ...(due ? [['Due', `${readable(due)}${clock?.breachedAt ? ' (late)' : ''}`] as const] : []),
    ['Priority', priority],
    ['Category', category.replaceAll('-', ' ')],
    ['Opened', `${readable(openedAt)} (${ago(now - opened)})`],
    ['Asked', asked],
    ['State', state],
  ];
}
