import { IconChevronDown, IconChevronsUp, IconChevronUp, IconMinus, IconUrgent } from '@tabler/icons-react';
import type { Priority } from '../../../core/case/priority.ts';
import classes from './marks.module.css';

const icons = {
  emergency: IconUrgent,
  urgent: IconChevronsUp,
  high: IconChevronUp,
  normal: IconMinus,
  low: IconChevronDown,
} satisfies Record<Priority, unknown>;

/** Shape and word tell, not colour alone. */
export function PriorityMark({ priority }: { readonly priority: Priority }) {
  const Icon = icons[priority];
  return (
    <span className={classes.priority} data-priority={priority}>
      <Icon size={16} aria-hidden />
      {priority}
    </span>
  );
}
