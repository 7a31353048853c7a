import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isZoneId } from '../../../../core/calendar/zone.ts';
import { channels } from '../../../../core/sla/policy.ts';
import type { PolicySet } from '../../../../core/sla/policy-set.ts';
import { useSession } from '../../api/session.ts';
import { spoken } from '../../case/vocabulary-words.ts';
import type { PromisesDraft } from '../promises-draft.ts';
import classes from './tester.module.css';
import { TesterAnswer } from './tester-answer.tsx';
import { localTimeIn, nextFriday, readQuestion, type TypedQuestion } from './tester-question.ts';

interface Props {
  readonly inForce: PromisesDraft;
  readonly inForceSet: PolicySet;
  readonly draft: PromisesDraft;
  /** Null while the draft has errors. */
  readonly draftSet: PolicySet | null;
  readonly isChanged: boolean;
}

/** "A case created Friday 16:50 …": what it would be promised, by the engine itself, in the browser. */
export function Tester({ inForce, inForceSet, draft, draftSet, isChanged }: Props) {
  const { vocabulary } = useSession();
  const [asked, ask] = useState<TypedQuestion>(() => firstQuestion(draft));
  const put = (fields: Partial<TypedQuestion>) => ask({ ...asked, ...fields });
  const question = readQuestion(asked);
  return (
    <section className={`card ${classes.tester}`} aria-labelledby="tester-title" id="tester">
      <h2 id="tester-title" className={classes.title}>
        Try a case
      </h2>
      <div className={classes.fields}>
        <TextInput
          type="datetime-local"
          label="Created"
          className={classes.wide}
          value={asked.created}
          onChange={(event) => put({ created: event.currentTarget.value })}
        />
        <NativeSelect
          label="In the time of"
          className={classes.wide}
          value={asked.timezone}
          data={zonesOf(draft, asked.timezone)}
          onChange={(event) => put({ timezone: event.currentTarget.value })}
        />
        <div className={classes.shortcuts}>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => put({ created: nextFriday(asked.timezone, Date.now()) })}
          >
            Friday 16:50
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => put({ created: localTimeIn(asked.timezone, Date.now()) })}
          >
            Now
          </Button>
        </div>
        <NativeSelect
          label="Priority"
          value={asked.priority}
          data={vocabulary.priorities.map((value) => ({ value, label: spoken(value) }))}
          onChange={(event) => put({ priority: event.currentTarget.value as TypedQuestion['priority'] })}
        />
        <NativeSelect
          label="Channel"
          value={asked.channel}
          data={channels.map((value) => ({ value, label: spoken(value) }))}
          onChange={(event) => put({ channel: event.currentTarget.value as TypedQuestion['channel'] })}
        />
        <NativeSelect
          label="Category"
          className={classes.wide}
          value={asked.category}
          data={vocabulary.categories.map((value) => ({ value, label: spoken(value) }))}
          onChange={(event) => put({ category: event.currentTarget.value as TypedQuestion['category'] })}
        />
        <TextInput
          label="Language"
          placeholder="not known"
          value={asked.language}
          onChange={(event) => put({ language: event.currentTarget.value })}
        />
        <TextInput
          label="Tags"
          placeholder="none"
          value={asked.tags}
          onChange={(event) => put({ tags: event.currentTarget.value })}
        />
      </div>
      <div role="region" aria-label="What the case is promised">
        {typeof question === 'string' ? (
          <p className="dim">{question}</p>
        ) : (
          <TesterAnswer
            question={question}
            timezone={asked.timezone}
            inForce={{ set: inForceSet, promises: inForce }}
            draft={draftSet === null ? null : { set: draftSet, promises: draft }}
            isChanged={isChanged}
          />
        )}
      </div>
    </section>
  );
}

function firstQuestion(draft: PromisesDraft): TypedQuestion {
  const timezone = zonesOf(draft, '')[0] ?? 'UTC';
  return {
    created: nextFriday(timezone, Date.now()),
    timezone,
    channel: 'email',
    category: 'other',
    priority: 'high',
    language: '',
    tags: '',
  };
}

/** Where the calendars are, then where the reader is. A zone that is mistyped just now is left out. */
function zonesOf({ calendars }: PromisesDraft, chosen: string): string[] {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const named = Object.values(calendars)
    .toSorted((a, b) => Number(a.hours === undefined) - Number(b.hours === undefined))
    .map(({ timezone }) => timezone);
  return [...new Set([...named, here, 'UTC', chosen])].filter((zone) => zone !== '' && isZoneId(zone));
}
