import { channels, type PolicyMatch } from '../../../../core/sla/policy.ts';
import { useSession } from '../../api/session.ts';
import { spoken } from '../../case/vocabulary-words.ts';
import { useProblemsAt } from '../editor-context.tsx';
import { ProblemLines } from '../fields/problem-lines.tsx';
import { ToggleSet } from '../fields/toggle-set.tsx';
import { WordsField } from '../fields/words-field.tsx';
import classes from '../policies.module.css';

interface Props {
  readonly match: PolicyMatch;
  readonly field: string;
  readonly onChange: (next: PolicyMatch) => void;
}

export function MatchFields({ match, field, onChange }: Props) {
  const { vocabulary } = useSession();
  const problems = useProblemsAt(field);
  return (
    <section className={classes.group} aria-label="Which cases it is for">
      <h4 className={classes.groupTitle}>Which cases it is for</h4>
      <p className={`dim ${classes.groupHint}`}>A case must have one of each list that is given.</p>
      <ProblemLines problems={problems} />
      <div className={classes.fields}>
        <ToggleSet
          label="Channels"
          field={`${field}.channels`}
          options={channels}
          words={spoken}
          value={match.channels}
          onChange={(value) => onChange({ ...match, channels: value })}
        />
        <ToggleSet
          label="Priorities"
          field={`${field}.priorities`}
          options={vocabulary.priorities}
          words={spoken}
          value={match.priorities}
          onChange={(value) => onChange({ ...match, priorities: value })}
        />
        <div className={classes.wide}>
          <ToggleSet
            label="Categories"
            field={`${field}.categories`}
            options={vocabulary.categories}
            words={spoken}
            value={match.categories}
            onChange={(value) => onChange({ ...match, categories: value })}
          />
        </div>
        <WordsField
          label="Languages"
          placeholder="any, or: en, es"
          field={`${field}.languages`}
          value={match.languages}
          onChange={(value) => onChange({ ...match, languages: value })}
        />
        <WordsField
          label="Tags"
          placeholder="any, or: vip, appeal"
          field={`${field}.tags`}
          value={match.tags}
          onChange={(value) => onChange({ ...match, tags: value })}
        />
      </div>
    </section>
  );
}
