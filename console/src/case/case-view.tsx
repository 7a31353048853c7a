import type { CaseDetail } from '../api/cases.ts';
import { OpenQuestions } from '../consult/open-questions.tsx';
import { EscalationPanels } from '../escalation/escalation-panels.tsx';
import { PromisesPanel } from '../sla/promises-panel.tsx';
import classes from './case.module.css';
import { CaseActs } from './case-acts.tsx';
import { CaseFields } from './case-fields.tsx';
import { CaseHeader } from './case-header.tsx';
import { Customer } from './customer.tsx';
import { HandOverNotice } from './hand-over-notice.tsx';
import { Linked } from './linked.tsx';
import { PagePanel } from './page-panel.tsx';
import { ReplyBox } from './reply-box.tsx';
import { Timeline } from './timeline.tsx';
import { Why } from './why.tsx';

export function CaseView({ detail }: { readonly detail: CaseDetail }) {
  const { case: subject, pages, attempts, messages, events, linked, slaLog } = detail;
  const newestFirst = pages.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
  return (
    <article aria-labelledby="case-subject">
      <CaseHeader subject={subject} />
      <CaseActs detail={detail} />
      <div className={classes.columns}>
        <div className={classes.main}>
          {newestFirst.map((page) => (
            <PagePanel
              key={page.id}
              page={page}
              attempts={attempts.filter(({ pageId }) => pageId === page.id)}
            />
          ))}
          <EscalationPanels detail={detail} />
          <OpenQuestions detail={detail} />
          <HandOverNotice detail={detail} />
          <Timeline
            caseId={subject.id}
            caseSubject={subject.subject}
            messages={messages}
            events={events}
            slaLog={slaLog}
          />
          <ReplyBox detail={detail} />
        </div>
        <aside className={classes.aside} aria-label="About the case">
          <CaseFields subject={subject} />
          <PromisesPanel detail={detail} />
          <Why subject={subject} messages={messages} />
          <Customer subject={subject} />
          <Linked cases={linked} />
        </aside>
      </div>
    </article>
  );
}
