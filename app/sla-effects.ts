import type { OutboxEffect } from '../core/outbox/outbox-item.ts';
import type { SlaChange } from '../core/sla/sla-change.ts';

/** What must happen because promises changed: executions to start, and those that wait to be told. */
export function slaEffects({ starts, opened, closed, moved }: SlaChange): OutboxEffect[] {
  return [
    ...(starts.length === 0 ? [] : [{ type: 'clocks.armed', starts } as const]),
    ...opened.map(({ id }) => ({ type: 'escalation.opened', escalationId: id }) as const),
    ...closed.map(
      ({ id, taskToken, state }) =>
        ({ type: 'escalation.closed', escalationId: id, taskToken, outcome: state }) as const,
    ),
    ...moved
      .filter(({ taskToken }) => taskToken !== null)
      .map(({ id, taskToken }) => ({ type: 'escalation.moved', escalationId: id, taskToken }) as const),
  ];
}
