import { carryOutEffects, type EffectPorts } from '../../app/carry-out-effects.ts';
import type { OutboxItem } from '../../core/outbox/outbox-item.ts';
import { observed, type Telemetry } from '../telemetry.ts';
import { readStreamEvent } from './event.ts';

export interface BatchResponse {
  batchItemFailures: { itemIdentifier: string }[];
}

/**
 * Batches of the table's stream, filtered to new outbox items. Each effect is done at least once; those that
 * fail are named by sequence number, and the stream gives them again.
 */
export function createDispatchEventsHandler(
  ports: EffectPorts,
  telemetry: Telemetry,
): (event: unknown, context?: unknown) => Promise<BatchResponse> {
  return observed(telemetry, readStreamEvent, async (records) => {
    const failures = await carryOutEffects(
      records.map(({ item }) => item).filter((item) => item !== null),
      ports,
    );
    const failed = records.filter(({ item }) => item === null || failures.has(item.id));
    for (const { item, sequenceNumber, error } of failed)
      if (item === null) reportUnreadable(sequenceNumber, error, telemetry);
      else report(item, failures.get(item.id), telemetry);
    return { batchItemFailures: failed.map(({ sequenceNumber }) => ({ itemIdentifier: sequenceNumber })) };
  });
}

function reportUnreadable(sequenceNumber: string, error: unknown, telemetry: Telemetry): void {
  telemetry.count('EffectFailed');
  telemetry.log.error('an effect cannot be read and will be tried again', { sequenceNumber, error });
}

function report(item: OutboxItem, error: unknown, telemetry: Telemetry): void {
  telemetry.count('EffectFailed');
  telemetry.log.error('an effect failed and will be tried again', {
    caseId: item.caseId,
    effect: item.effect.type,
    outboxId: item.id,
    error,
  });
}
