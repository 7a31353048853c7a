import type { CaseDetail } from '../api/cases.ts';
import { AnsweredLine } from './answered-line.tsx';
import { EscalationPanel } from './escalation-panel.tsx';
import { PastEscalations } from './past-escalations.tsx';
import { useAcknowledge } from './use-acknowledge.ts';

/** The escalations of a case: open ones ask for an answer, the others are folded. */
export function EscalationPanels({ detail }: { readonly detail: CaseDetail }) {
  const { press, pendingId, answered, dismiss } = useAcknowledge();
  const { sla, slaLog } = detail;
  const all = sla?.escalations ?? [];
  const over = all.filter(({ state }) => state !== 'open');
  return (
    <>
      {answered && <AnsweredLine answered={answered} onDismiss={dismiss} />}
      {all
        .filter(({ state }) => state === 'open')
        .map((escalation) => (
          <EscalationPanel
            key={escalation.id}
            escalation={escalation}
            log={slaLog}
            policies={sla?.policySet.version === escalation.policyVersion ? sla.policySet : null}
            pending={pendingId === escalation.id}
            onAcknowledge={() => press(escalation.id)}
          />
        ))}
      {over.length > 0 && <PastEscalations escalations={over} />}
    </>
  );
}
