import { Tabs } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { announce } from '../shell/announcer.tsx';
import { CalendarList } from './calendar/calendar-list.tsx';
import { DepartmentList } from './department/department-list.tsx';
import { EditorContext } from './editor-context.tsx';
import { LadderList } from './ladder/ladder-list.tsx';
import classes from './policies.module.css';
import { PolicyList } from './policy/policy-list.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { type Part, placeOf, problemsUnder } from './problems-at.ts';
import type { InForce } from './promises-api.ts';
import { PromisesHead } from './promises-head.tsx';
import { RebasePanel } from './rebase/rebase-panel.tsx';
import { Tester } from './tester/tester.tsx';
import { usePromisesEditor } from './use-promises-editor.ts';

const tabs = {
  policies: 'Policies',
  calendars: 'Calendars',
  ladders: 'Ladders',
  departments: 'Departments',
  cases: 'Open cases',
} as const;
type Tab = keyof typeof tabs;

const nothingOpen: Record<Part, string | null> = {
  policies: null,
  calendars: null,
  ladders: null,
  departments: null,
};

export function PromisesDesk({ inForce, canEdit }: { readonly inForce: InForce; readonly canEdit: boolean }) {
  const editor = usePromisesEditor(inForce);
  const { part } = useParams<{ part?: string }>();
  const [, navigate] = useLocation();
  const [opened, setOpened] = useState(nothingOpen);
  const tab: Tab = part !== undefined && part in tabs ? (part as Tab) : 'policies';
  const { draft, checked, isChanged } = editor;
  const open = (of: Part, item: string | null) => setOpened((before) => ({ ...before, [of]: item }));
  const go = (field: string) => {
    const place = placeOf(field);
    if (place === null) return;
    navigate(`/promises/${place.part}`);
    if (place.item === null) return;
    open(place.part, place.item);
    // After it is unfolded, which the next frame has done.
    const selector = `[data-item="${CSS.escape(`${place.part} ${place.item}`)}"]`;
    requestAnimationFrame(() => document.querySelector(selector)?.scrollIntoView({ block: 'start' }));
  };
  const inForceSet = useMemo(() => {
    const { policyVersion: version, promises, crisisCategories } = inForce;
    const { calendars, ladders, policies } = promises;
    return { version, calendars, ladders, policies, crisisCategories };
  }, [inForce]);
  const { schedules } = inForce;
  const { problems } = checked;
  const value = { draft, problems, schedules, canEdit, change: editor.change, opened, open };
  return (
    <EditorContext value={value}>
      <PromisesHead
        editor={editor}
        inForce={inForce}
        canEdit={canEdit}
        onPublished={() => {
          editor.finish();
          announce('Published. New cases are promised this from now on.');
          navigate('/promises/cases');
        }}
      />
      <ProblemSummary problems={checked.problems} onGo={go} />
      <div className={classes.columns}>
        <div className={classes.parts}>
          <a className={classes.toTester} href="#tester">
            Try a case
          </a>
          <Tabs value={tab} onChange={(next) => navigate(`/promises/${next}`)} keepMounted={false}>
            <Tabs.List className={classes.tabs}>
              {Object.entries(tabs).map(([name, words]) => (
                <Tabs.Tab key={name} value={name}>
                  {words}
                  {problemsUnder(checked.problems, name).some(({ severity }) => severity === 'error') && (
                    <span className={classes.tabFault}> has errors</span>
                  )}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="policies">
              <PolicyList />
            </Tabs.Panel>
            <Tabs.Panel value="calendars">
              <CalendarList />
            </Tabs.Panel>
            <Tabs.Panel value="ladders">
              <LadderList />
            </Tabs.Panel>
            <Tabs.Panel value="departments">
              <DepartmentList />
            </Tabs.Panel>
            <Tabs.Panel value="cases">
              <RebasePanel policyVersion={inForce.policyVersion} />
            </Tabs.Panel>
          </Tabs>
        </div>
        <aside className={classes.aside}>
          <Tester
            inForce={inForce.promises}
            inForceSet={inForceSet}
            draft={draft}
            draftSet={checked.set}
            isChanged={isChanged}
          />
        </aside>
      </div>
    </EditorContext>
  );
}
