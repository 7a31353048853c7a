import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useEditor, useProblemsUnder } from './editor-context.tsx';
import classes from './policies.module.css';
import type { Part } from './problems-at.ts';

interface Props {
  readonly part: Part;
  /** What tells it apart in its part: an index of a policy, else its id. */
  readonly item: string;
  readonly field: string;
  readonly title: string;
  readonly id: string;
  readonly summary: ReactNode;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** One policy, calendar, ladder or department: folded to a line, unfolded to be edited. */
export function ItemCard({ part, item, field, title, id, summary, acts, children }: Props) {
  const { opened, open, canEdit } = useEditor();
  const body = useId();
  const isOpen = opened[part] === item;
  return (
    <li className={`card ${classes.item}`} data-item={`${part} ${item}`}>
      <div className={classes.itemHead}>
        <h3 className={classes.itemTitle}>
          <button
            type="button"
            className={classes.itemToggle}
            aria-expanded={isOpen}
            aria-controls={body}
            onClick={() => open(part, isOpen ? null : item)}
          >
            <IconChevronRight size={16} className={classes.chevron} aria-hidden />
            <span>{title}</span> {title !== id && <span className={`mono ${classes.itemId}`}>{id}</span>}
          </button>
        </h3>
        <ProblemCount field={field} />
        {canEdit && acts && <div className={classes.itemActs}>{acts}</div>}
      </div>
      <div className={classes.itemSummary}>{summary}</div>
      {isOpen && (
        <div id={body} className={classes.itemBody}>
          {children}
        </div>
      )}
    </li>
  );
}

function ProblemCount({ field }: { readonly field: string }) {
  const problems = useProblemsUnder(field);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return null;
  const words = [
    errors > 0 ? `${errors} ${errors === 1 ? 'error' : 'errors'}` : '',
    warnings > 0 ? `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` : '',
  ];
  return (
    <span className={classes.problemCount} data-severity={errors > 0 ? 'error' : 'warning'}>
      {words.filter((word) => word !== '').join(', ')}
    </span>
  );
}
