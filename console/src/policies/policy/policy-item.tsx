import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy } from '@tabler/icons-react';
import { fieldPath } from '../../../../core/validation/explain-issues.ts';
import { ItemCard } from '../item-card.tsx';
import classes from '../policies.module.css';
import type { DraftPolicy } from '../promises-draft.ts';
import { RemoveButton } from '../remove-button.tsx';
import { matchWords } from './match-words.ts';
import { PolicyFields } from './policy-fields.tsx';

interface Props {
  readonly policy: DraftPolicy;
  readonly index: number;
  readonly count: number;
  readonly onChange: (next: DraftPolicy) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onCopy: () => void;
}

export function PolicyItem({ policy, index, count, onChange, onMove, onRemove, onCopy }: Props) {
  const clocks = Object.values(policy.targets).filter((row) => Object.keys(row).length > 0).length;
  const name = policy.name || policy.id;
  return (
    <ItemCard
      part="policies"
      item={String(index)}
      field={fieldPath(['policies', index])}
      title={`${index + 1}. ${policy.name}`}
      id={policy.id}
      summary={
        <>
          <strong>For</strong> {matchWords(policy.match)} <span className={classes.dot}>·</span>{' '}
          {clocks === 0 ? 'promises nothing' : `${clocks} ${clocks === 1 ? 'clock' : 'clocks'} with a target`}{' '}
          <span className={classes.dot}>·</span> hours of {policy.calendar || 'no calendar'}{' '}
          <span className={classes.dot}>·</span>{' '}
          {policy.escalation === undefined ? 'no ladder' : `ladder ${policy.escalation}`}
        </>
      }
      acts={
        <>
          <ActionIcon
            variant="default"
            aria-label={`Move ${name} up`}
            title="Move up"
            data-move="up"
            disabled={index === 0}
            onClick={() => onMove(index - 1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={`Move ${name} down`}
            title="Move down"
            data-move="down"
            disabled={index === count - 1}
            onClick={() => onMove(index + 1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={`Copy ${name}`} title="Copy" onClick={onCopy}>
            <IconCopy size={16} aria-hidden />
          </ActionIcon>
          <RemoveButton what={name} onRemove={onRemove} />
        </>
      }
    >
      <PolicyFields policy={policy} index={index} onChange={onChange} />
    </ItemCard>
  );
}
