import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type * as z from 'zod/mini';
import { EventBridgeBus } from '../../adapters/eventbridge/event-bridge-bus.ts';
import type { EventBus } from '../../ports/event-bus.ts';
import type { eventBusEnv } from './env.ts';

export function composeEventBus({ EVENT_BUS_NAME }: z.infer<typeof eventBusEnv>): EventBus {
  // Other effects wait for this one: a bus that does not answer must not take their time.
  const requestHandler = { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true };
  return new EventBridgeBus(new EventBridgeClient({ requestHandler }), EVENT_BUS_NAME);
}
