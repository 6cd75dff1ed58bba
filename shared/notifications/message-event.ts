import type { ShopScope } from '../access/scope.ts';
import type { OutboxEvent } from '../events/outbox.ts';
import { toTimestamp } from '../kernel/clock.ts';
import type { EpochMilliseconds } from '../kernel/clock.ts';
import type { EventId } from '../kernel/ids.ts';
import type { Message } from './message-rules.ts';

/** A message for Seller Center, as the event that asks the marketplace to show it. */
export function messageEvent(
  eventId: EventId,
  scope: ShopScope,
  { subject, text }: Message,
  now: EpochMilliseconds,
): OutboxEvent {
  return {
    eventId,
    type: 'Seller Center Message Requested',
    at: now,
    actor: scope.actor,
    detail: {
      version: 1,
      eventId,
      shopId: scope.shopId,
      channel: 'seller_center_message',
      subject,
      body: text,
      occurredAt: toTimestamp(now),
    },
  };
}
