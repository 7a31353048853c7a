import type { DeskEvent } from '../core/events/desk-event.ts';

/** Where other systems hear what happens to promises. */
export interface EventBus {
  /**
   * Resolves when every one of them is taken. Otherwise some may have been: publish them all again, receivers
   * know a repeat by its id.
   * @throws DomainError `events.unavailable`, `events.denied`, `events.too-large`, naming those that were not taken
   */
  publish(events: readonly DeskEvent[]): Promise<void>;
}
